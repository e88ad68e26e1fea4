import type { Experiment, Settings } from './experiment.ts';

/** What the reader has set; a control that she has not touched stands at its first value. */
export function read(root: Element, { controls }: Experiment): Settings {
  const value = (id: string, kind: string, options: readonly { value: number }[]) => {
    const input = root.querySelector<HTMLInputElement>(
      `[data-control="${id}"]${kind === 'choice' ? ':checked' : ''}`,
    );
    if (!input) return undefined;
    return kind === 'choice' ? Number(input.value) : options[Number(input.value)]?.value;
  };
  return Object.fromEntries(
    controls.map(({ id, kind, options, initial }) => [id, value(id, kind, options) ?? initial]),
  );
}

/** Says beside each slider, and to a screen reader, what its stop means. */
export function label(root: Element, { controls }: Experiment): void {
  for (const { id, kind, options } of controls) {
    if (kind !== 'slider') continue;
    const input = root.querySelector<HTMLInputElement>(`[data-control="${id}"]`);
    const text = options[Number(input?.value)]?.label;
    if (!input || text === undefined) continue;
    input.setAttribute('aria-valuetext', text);
    const beside = root.querySelector(`[data-stop="${id}"]`);
    if (beside) beside.textContent = text;
  }
}
