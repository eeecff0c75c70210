export { BEHAVIOURS, DEPENDENCES, KINDS, TELLING_KINDS } from './behaviour';
export type { Kind, NatBehaviour } from './behaviour';
export { callBetween, matrix } from './matrix';
export type { Cell } from './matrix';
export type { Hop, Message, Packet, Place } from './packet';
export { SERVERS, simulate } from './simulate';
export type { Call, Ends, Outcome, Servers } from './simulate';
export { whyOf } from './why';
export { NAME } from './words';
