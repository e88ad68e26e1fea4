import type { Experiment, Result, Settings } from './experiment.ts';
import { bars, curves, plans } from './view.ts';

/** @throws {Error} when the card's HTML and this file have drifted apart. */
export function part<Kind extends Element = HTMLElement>(root: Element, selector: string): Kind {
  const found = root.querySelector<Kind>(selector);
  if (!found) throw new Error(`The card has no ${selector}`);
  return found;
}

function element(tag: string, text: string, kind = ''): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  if (kind) made.className = kind;
  return made;
}

function drawBars(root: Element, experiment: Experiment, result: Result): void {
  for (const table of bars(experiment, result)) {
    for (const bar of table.bars) {
      const row = part(root, `[data-metric="${table.metric.id}"] [data-case="${bar.id}"]`);
      part(row, '.bars-text').textContent = bar.text;
      const drawn = part(row, '.bar');
      drawn.setAttribute('width', `${bar.length}%`);
      drawn.classList.toggle('bar-good', bar.good);
    }
  }
}

function drawPlans(root: Element, experiment: Experiment, result: Result): void {
  const lists = plans(experiment, result).map(({ label, lines }) => {
    const list = element('ol', '', 'plans-lines');
    for (const { name, does, rows } of lines) {
      const line = document.createElement('li');
      line.append(
        element('code', name),
        ' ',
        element('span', `${does}:`),
        ' ',
        element('span', rows, 'figure'),
      );
      list.append(line);
    }
    const one = document.createElement('div');
    one.append(element('p', label, 'plans-case'), list);
    return one;
  });
  if (lists.length > 0) part(root, '[data-plans]').replaceChildren(...lists);
}

function drawCurves(root: Element, experiment: Experiment, result: Result): void {
  for (const { id, path, peak } of curves(experiment, result)?.cases ?? []) {
    const one = part(root, `[data-curve="${id}"]`);
    part(one, '[data-peak]').textContent = peak;
    part(one, 'path').setAttribute('d', path);
  }
}

/** Whose run it is, and where it comes from. */
export interface Origin {
  readonly kind: string;
  readonly from: string;
}

/** Lets the curves run across the drawing once, as the queue grew. */
export function replay(root: Element): void {
  const drawing = root.querySelector<HTMLElement>('.curves');
  if (!drawing) return;
  delete drawing.dataset.playing;
  // Read, so that the browser sees the attribute go before it comes back.
  void drawing.offsetWidth;
  drawing.dataset.playing = '';
}

/** Puts a result into the card that the server rendered. */
export function draw(
  root: Element,
  experiment: Experiment,
  settings: Settings,
  result: Result,
  { kind, from }: Origin,
): void {
  part(root, '[data-setting]').textContent = experiment.setting(settings);
  part(root, '[data-kind]').textContent = kind;
  part(root, '[data-from]').textContent = from;
  part(root, '[data-words]').replaceChildren(
    ...experiment.explain(result, settings).map((sentence) => element('p', sentence)),
  );
  drawBars(root, experiment, result);
  drawPlans(root, experiment, result);
  drawCurves(root, experiment, result);
}
