import { obstacle } from '#src/postgres/device.ts';
import { label, read } from './controls.ts';
import { draw, type Origin, part, replay } from './draw.ts';
import {
  type DatabaseExperiment,
  type Experiment,
  FIRST_SEED,
  keyOf,
  type Result,
  type Simulation,
} from './experiment.ts';
import { experimentNamed } from './library.ts';
import { measure } from './measure.ts';
import type { Recording } from './recording.ts';
import { runAt } from './run-at.ts';
import { kinds, provenance } from './words.ts';

const recordings = import.meta.glob<Recording>('/content/measurements/experiments/*.json', {
  import: 'default',
});

const own: Origin = { kind: kinds.here, from: provenance.here };

type State = 'running' | 'done' | 'cancelled' | 'failed';

/** An experiment on the page: it reads the controls, runs, and writes what it found into the HTML. */
class Card {
  readonly #root: HTMLElement;
  readonly #experiment: Experiment;
  /** What this reader found herself, by settings. */
  readonly #own = new Map<string, Result>();
  #abort: AbortController | undefined;
  #seed = FIRST_SEED;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#experiment = experimentNamed(root.dataset.experiment ?? '');
    part(root, '[data-cancel]').addEventListener('click', () => this.#abort?.abort());
  }

  async act(target: Element): Promise<void> {
    const experiment = this.#experiment;
    const run = target.matches('[data-run]');
    if (!run) label(this.#root, experiment);
    if (experiment.kind === 'simulation') this.#play(experiment, run);
    else if (this.#abort) return;
    else if (run) await this.#run(experiment);
    else await this.#showStored();
  }

  /** A simulation is played at every move of a control; a press of the button deals other chances. */
  #play(experiment: Simulation, again: boolean): void {
    if (again) this.#seed += 1;
    const settings = read(this.#root, experiment);
    const result = experiment.run(settings, this.#seed);
    draw(this.#root, experiment, settings, result, {
      kind: kinds.simulated,
      from: provenance.simulated,
    });
    if (again) replay(this.#root);
    part(this.#root, '[data-run]').textContent = 'Run again';
    this.#say(
      'done',
      'Played through with your settings.',
      experiment.explain(result, settings)[0],
    );
  }

  async #run(experiment: DatabaseExperiment): Promise<void> {
    const why = obstacle();
    if (why) return this.#fail(why);
    const settings = read(this.#root, experiment);
    const abort = new AbortController();
    this.#abort = abort;
    this.#work(true);
    this.#say('running', 'Started.');
    try {
      const result = await measure(experiment, settings, abort.signal, (step, share) =>
        this.#step(step, share),
      );
      this.#own.set(keyOf(settings), result);
      draw(this.#root, experiment, settings, result, own);
      this.#say('done', 'Done. This is your own run.', experiment.explain(result, settings)[0]);
    } catch (error) {
      if (abort.signal.aborted) this.#say('cancelled', 'Stopped. Nothing was kept.');
      else await this.#fail(error instanceof Error ? error.message : String(error));
    } finally {
      this.#abort = undefined;
      this.#work(false);
    }
  }

  /** The reader's own run at these settings, else the recorded one. */
  async #showStored(): Promise<void> {
    const settings = read(this.#root, this.#experiment);
    const mine = this.#own.get(keyOf(settings));
    if (mine) return draw(this.#root, this.#experiment, settings, mine, own);
    const file = `/content/measurements/experiments/${this.#experiment.slug}.json`;
    const recording = await recordings[file]?.();
    const result = recording && runAt(recording, settings);
    if (!result) return;
    draw(this.#root, this.#experiment, settings, result, {
      kind: kinds.recorded,
      from: provenance.recorded(this.#experiment, recording),
    });
  }

  async #fail(why: string): Promise<void> {
    this.#say('failed', `It could not run here: ${why}. What you see is the recorded run.`);
    await this.#showStored();
  }

  /** `finding` stands on the page already, so that only a screen reader has to be told. */
  #say(state: State, sentence: string, finding = ''): void {
    this.#root.dataset.state = state;
    const spoken = document.createElement('span');
    spoken.className = 'hidden-visually';
    spoken.textContent = ` ${finding}`;
    part(this.#root, '[data-status]').replaceChildren(sentence, spoken);
  }

  #step(step: string, share: number | undefined): void {
    part(this.#root, '[data-step]').textContent = step;
    const progress = part<HTMLProgressElement>(this.#root, 'progress');
    if (share === undefined) progress.removeAttribute('value');
    else progress.value = share;
  }

  #work(on: boolean): void {
    const button = part<HTMLButtonElement>(this.#root, '[data-run]');
    const work = part(this.#root, '[data-work]');
    // The button with the focus goes; the one that takes its place gets it.
    if (!on && work.contains(document.activeElement)) button.focus();
    work.hidden = !on;
    button.ariaDisabled = String(on);
    button.textContent = on ? 'Running' : 'Run again';
  }
}

const cards = new WeakMap<HTMLElement, Card>();

/** The starter in Experiment.astro hands on what was pressed or moved; it cannot call what is exported. */
addEventListener('experiment', (event) => {
  const target: unknown = (event as CustomEvent).detail;
  const root = target instanceof Element && target.closest<HTMLElement>('[data-experiment]');
  if (!root) return;
  const card = cards.get(root) ?? new Card(root);
  cards.set(root, card);
  void card.act(target);
});
