/**
 * Cal.com's calendar within our page. Its script is taken from Cal.com's own address, the way its
 * documentation gives it: a queue that the script works off once it has come. It has no event for
 * "did not come", so that we look at the clock.
 */

/** A call to the script: a word and what belongs to it. */
type Words = readonly unknown[];
type Queue = ((...words: Words) => void) & { q: Words[] };
type Cal = Queue & { ns: Record<string, Queue>; loaded: boolean };

declare global {
  interface Window {
    Cal?: Cal;
  }
}

const ORIGIN = 'https://app.cal.com';
const NAMESPACE = 'call';

/** After this many milliseconds without a calendar the visitor gets another way. */
const PATIENCE = 5000;

function queue(): Queue {
  const q: Words[] = [];
  return Object.assign((...words: Words) => void q.push(words), { q });
}

interface Wish {
  /** `https://cal.com/name/event` */
  readonly link: string;
  readonly into: HTMLElement;
  /** Signed id of the lead that the call belongs to. Nothing else of the visitor goes into the address. */
  readonly lead?: string | undefined;
  readonly theme: 'light' | 'dark';
}

/** Opens the calendar. `false` when it has not come within five seconds; then it will not come later. */
export function openCalendar({ link, into, lead, theme }: Wish): Promise<boolean> {
  const script = document.createElement('script');
  const calls = queue();
  const cal: Cal = Object.assign(queue(), { ns: { [NAMESPACE]: calls }, loaded: true });
  window.Cal = cal;
  calls('init', NAMESPACE, { origin: ORIGIN });
  cal('initNamespace', NAMESPACE);

  return new Promise((resolve) => {
    const settle = (ready: boolean) => {
      clearTimeout(timer);
      if (!ready) {
        calls.q.length = 0;
        cal.q.length = 0;
        script.remove();
      }
      resolve(ready);
    };
    const timer = setTimeout(() => settle(false), PATIENCE);
    calls('on', { action: 'linkReady', callback: () => settle(true) });
    calls('on', { action: 'linkFailed', callback: () => settle(false) });
    calls('inline', {
      elementOrSelector: into,
      calLink: new URL(link).pathname.slice(1),
      config: { theme, ...(lead && { 'metadata[lead]': lead }) },
    });
    script.onerror = () => settle(false);
    script.src = `${ORIGIN}/embed/embed.js`;
    document.head.append(script);
  });
}
