import type { Source } from '../steps/step';
import type { PeerName } from '../trace';
import { slides } from './index';
import { operationsOf } from './code';
import type { Cut } from './cut';
import { javaScriptOf } from './javascript';

/** Whose picture and sound come from where in a program. */
export type Sources = Record<PeerName, Source>;

/** The beginning of a program’s page: its title and how it is set. */
export function head(title: string): string {
	return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${text(title)}</title>
<style>
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
  figure { display: inline-block; width: 46%; margin: 1%; }
  video { width: 100%; aspect-ratio: 16/9; background: #222; }
</style>
<h1>${text(title)}</h1>`;
}

/** What each of the two sees of the other. */
export const PICTURES = `<figure><video id="john-sees" autoplay playsinline muted></video><figcaption>John sees Jane</figcaption></figure>
<figure><video id="jane-sees" autoplay playsinline muted></video><figcaption>Jane sees John</figcaption></figure>`;

/** What is done in a step where media come from these sources. */
export function operations(step: string, sources: Sources): Cut[] {
	return operationsOf(step).filter(
		({ peer, source }) => source === null || source === sources[peer]
	);
}

/** What the slide of a step is called. */
export function titleOf(step: string): string {
	return slides.find((slide) => slide.step === step)?.title ?? step;
}

/** A module of the site within a script: without types, and without what ties it to other modules. */
export function script(file: string): string {
	return javaScriptOf(file)
		.replace(/^import [^;]*;\n/gm, '')
		.replace(/^export /gm, '');
}

/** Text, two columns further in. */
export function indent(text: string): string {
	return text.replace(/^(?=.)/gm, '  ');
}

/** Text as HTML has it. */
function text(plain: string): string {
	return plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
