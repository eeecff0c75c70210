/** A STUN and TURN server in plain JavaScript, over UDP, as far as tests use it. */
declare module 'node-turn' {
	import type { Socket } from 'node:dgram';

	export default class Turn {
		constructor(options: Record<string, unknown>);
		readonly network: { readonly sockets: readonly Socket[] };
		start(): void;
	}
}
