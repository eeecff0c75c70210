/** A STUN and TURN server in plain JavaScript, over UDP, as far as tests use it. */
declare module 'node-turn' {
	import type { Socket } from 'node:dgram';

	/** A relay that a client has. */
	export interface Allocation {
		readonly transactionID: string;
	}

	/** A request of a client. */
	export interface Message {
		readonly transactionID: string;
		readonly transport: { get5Tuple(): string };
		allocation: Allocation | null;
	}

	/** The answer to it, until it is sent. */
	export interface Reply {
		resolve(...of: readonly unknown[]): void;
		reject(...of: readonly unknown[]): void;
	}

	export default class Turn {
		constructor(options: Record<string, unknown>);
		readonly network: { readonly sockets: readonly Socket[] };
		/** By the addresses of their clients. */
		readonly allocations: Partial<Record<string, Allocation>>;
		emit(method: string, message: Message, reply: Reply): boolean;
		start(): void;
	}
}
