import type { Bytes } from './bytes';

/** What every STUN message has behind its length, so that it is told from other packets (RFC 8489, 5). */
export const MAGIC_COOKIE = 0x2112a442;

/** How long a header is, in bytes. */
export const HEADER_LENGTH = 20;

/** What a message is (RFC 8489, 5): the method `Binding` in one of its classes. */
export const MESSAGE_TYPES = {
	'Binding request': 0x0001,
	'Binding indication': 0x0011,
	'Binding success response': 0x0101,
	'Binding error response': 0x0111
} as const;
export type MessageType = keyof typeof MESSAGE_TYPES;

/** An attribute of a message that is read, and where it stands. */
export interface Attribute {
	readonly code: number;
	/** As its specification writes it; null where it is not in the table. */
	readonly name: string | null;
	/** Where its type begins, in bytes from the message's first. */
	readonly offset: number;
	/** Without what fills it up to four bytes. */
	readonly value: Bytes;
	/** How many bytes fill it up, 0 to 3. */
	readonly padding: number;
}

/** A message that is read. */
export interface StunMessage {
	/** null for a method that is not Binding. */
	readonly type: MessageType | null;
	readonly code: number;
	/** Twelve bytes. */
	readonly transactionId: Bytes;
	readonly attributes: readonly Attribute[];
	/** The message itself. */
	readonly bytes: Bytes;
}

/** The first attribute of that name; undefined where there is none. */
export const attributeOf = (message: StunMessage, name: string): Attribute | undefined =>
	message.attributes.find((attribute) => attribute.name === name);
