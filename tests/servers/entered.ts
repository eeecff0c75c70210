import type { IceServer } from '../../src/lib/servers/ice-server';
import { USER } from '../tools/login';
import type { Place } from '../tools/turn-server';

/** A server of TURN of this machine, as somebody enters it; none on a machine without a network. */
export const enteredOf = (turn: { servers: readonly [Place, Place] } | null): IceServer[] =>
	turn ? [{ urls: [`turn:${turn.servers[0].host}:${turn.servers[0].port}`], ...USER }] : [];
