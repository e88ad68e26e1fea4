/** Milliseconds that the button says that it worked. */
const SAID = 2500;
const LABEL = 'Copy';

/** Gives each block of code on the page a button that copies it. Without JavaScript there is none. */
export function addCopyButtons(): void {
  for (const bar of document.querySelectorAll('.code-bar')) addCopyButton(bar);
}

function addCopyButton(bar: Element): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'code-copy';
  const said = document.createElement('span');
  said.ariaLive = 'polite';
  said.textContent = LABEL;
  button.append(said);
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(bar.nextElementSibling?.textContent ?? '');
      said.textContent = 'Copied';
    } catch {
      said.textContent = 'Select the code and copy it';
    }
    setTimeout(() => {
      said.textContent = LABEL;
    }, SAID);
  };
  bar.append(button);
}
