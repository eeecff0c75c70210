export { KEPT, type Deed, type Kept, type LineEdit, type PeerDeed, type StepDeed } from './deed.ts';
