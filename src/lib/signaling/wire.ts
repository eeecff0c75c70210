/**
 * What carries signaling messages between the peers. It moves text, as a server would, and knows
 * nothing of what the text says. Messages arrive once each and in the order in which they were sent.
 */
export interface Wire {
	/** Hands a message over; it arrives at the other end when it arrives. */
	send(text: string): void;
	/**
	 * Calls `listener` with each message that arrives, and with those that arrived before anyone
	 * listened.
	 * @returns a function that ends it
	 */
	listen(listener: (text: string) => void): () => void;
	/** Ends this end. Nothing is sent or heard through it afterwards. */
	close(): void;
}
