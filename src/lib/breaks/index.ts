export { changedMessage, changesFor, filtered } from './apply.ts';
export { CHANGES, changeNamed } from './changes.ts';
export { KEPT, type Deed, type Kept, type LineEdit, type PeerDeed, type StepDeed } from './deed.ts';
export { deedWords, type Told } from './deed-words.ts';
export { applyEdits, editsBetween } from './edits.ts';
export {
	parseWireCandidate,
	textOf,
	type WireCandidate,
	type WireDescription,
	type WireMessage
} from './message.ts';
export type { ReadyMade } from './ready-made.ts';
export {
	carried,
	concerns,
	FAULTY,
	garbled,
	type ConfigurationFault,
	type Fault,
	type Faulty,
	type WireFault
} from './fault.ts';
