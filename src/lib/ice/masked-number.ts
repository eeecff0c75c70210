import { bracketed, HIDING, isPlaceholder, nounsOf, type Nouns } from './placeholder';

const PORTS = nounsOf('ports?');
const IDS = nounsOf('ids?|sess|session|sess(?:ion)?ids?|versions?');

/** Nothing but what hides, or digits of which some are hidden; 0x begins a number of another kind. */
const HIDDEN = new RegExp(
	`^(?:[xX${HIDING}]{1,20}|(?!0[xX])\\d{1,20}[xX${HIDING}]{1,20}\\d{0,20}|[xX${HIDING}]{1,20}\\d{1,20})$`
);

const isMasked = (text: string, nouns: Nouns) =>
	HIDDEN.test(text) || bracketed(text) !== null || isPlaceholder(text, nouns);

/** Whether somebody has hidden a port or digits of it, or wrote a word for it: XXXXX, 50xxx, `<port>`. */
export const isMaskedPort = (text: string): boolean => isMasked(text, PORTS);

/** Whether somebody has hidden the number of a session or of its version, or wrote a word for it: `<id>`, SESSION_ID. */
export const isMaskedId = (text: string): boolean => isMasked(text, IDS);
