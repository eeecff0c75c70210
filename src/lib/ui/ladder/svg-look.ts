import type { PeerName } from '../../trace';
import type { Columns } from './columns';
import type { Attributes } from './svg-xml';

/** The colours of `theme.css`: a file of its own has no style sheet to take them from. */
export const LIGHT = {
	paper: '#fcfbf8',
	ink: '#1d1c1a',
	ink2: '#56534d',
	ink3: '#69655d',
	rule: '#dcd8ce',
	john: '#1c5d99',
	johnTint: '#e3edf6',
	jane: '#a8412a',
	janeTint: '#f8e8e2',
	wire: '#655490',
	good: '#2a7548',
	warn: '#8a5f00',
	bad: '#b3261e'
};
export type Colors = typeof LIGHT;
export const DARK: Colors = {
	paper: '#16171a',
	ink: '#eceae4',
	ink2: '#b3b0a8',
	ink3: '#9c998f',
	rule: '#35383e',
	john: '#7db6ea',
	johnTint: '#1b2e40',
	jane: '#f09a80',
	janeTint: '#40251d',
	wire: '#b3a3e0',
	good: '#7fc79b',
	warn: '#e0b75a',
	bad: '#f2938b'
};

/** Faces that are there wherever the file is opened. */
export const MONO = 'ui-monospace, Menlo, Consolas, monospace';
const SERIF = 'Georgia, serif';
/** So much broader than the site's own face a serif of the system may be. */
export const BROADER = 1.3;

/** Where colours are not seen, the strokes tell the peers apart. */
export const STROKES: Record<PeerName, { line?: string; pill?: string }> = {
	john: {},
	jane: { line: '9 4', pill: '3 2' }
};

/** What all parts of the drawing are drawn with. */
export interface Sheet {
	columns: Columns;
	colors: Colors;
	titles: Record<string, string>;
	/** Where the words of rows across both lifelines begin. */
	left: number;
}

export function serif(size: number) {
	return { 'font-family': SERIF, 'font-size': size };
}

export function anchored(anchor: 'start' | 'middle' | 'end'): Attributes {
	return { 'text-anchor': anchor === 'start' ? undefined : anchor };
}

/** Mono faces differ, and scripts do more: text is told the width for which there is room. */
export function exactly(width: number): Attributes {
	return width > 0 ? { textLength: width, lengthAdjust: 'spacingAndGlyphs' } : {};
}
