import type { Finding } from '../finding';
import { bothLite } from './both-lite';
import { brokenRules } from './broken-rules';
import { candidatesReturned } from './candidates-returned';
import { echo } from './echo';
import type { Exchange } from './exchange';
import { networks } from './networks';
import { needsRelay } from './needs-relay';
import { noFlow } from './no-flow';
import { noPair } from './no-pair';
import { rejected } from './rejected';
import { remapped } from './remapped';
import { renumbered } from './renumbered';
import { otherAnswerer } from './other-answerer';
import { restart } from './restart';
import { sectionsChanged } from './sections-changed';
import type { Offered } from './standing';
import { unreached } from './unreached';

export { exchangeOf, type Ending, type Exchange, type Outcome } from './exchange';
export { inView } from './in-view';
export { rivals } from './other-answerer';

/** Looks at an offer and its answer together. */
export type ExchangeDetector = (exchange: Exchange) => Finding | readonly Finding[] | null;

/** What is looked at in each offer with its answer. */
export const EXCHANGE_DETECTORS: readonly ExchangeDetector[] = [
	brokenRules,
	echo,
	rejected,
	noFlow,
	networks,
	noPair,
	candidatesReturned,
	bothLite,
	needsRelay,
	unreached,
	renumbered,
	restart,
	otherAnswerer
];

/** What is looked at in an offer beside the connection that stands. */
export const OFFER_DETECTORS: readonly ((offered: Offered) => Finding | null)[] = [
	sectionsChanged,
	remapped
];
