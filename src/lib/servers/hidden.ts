/**
 * For `JSON.stringify`, of what a connection is made with: what is written down has no credential in it, and is else
 * as it was given.
 */
export const hideCredential = (member: string, value: unknown): unknown =>
	member === 'credential' && value !== undefined ? '(hidden)' : value;
