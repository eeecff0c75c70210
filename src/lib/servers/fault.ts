/** What is wrong with a server as it is written, or with what was chosen beside it. */
export interface Fault {
	/** A stable name with dots: `servers.port`. */
	readonly id: string;
	/** Completes the sentence that begins with the URL: `has the port 0; ports go from 1 to 65535`. */
	readonly says: string;
	/** One or two sentences: what to do about it. */
	readonly todo: string;
	/** Where the rule stands; null where it was only tried. */
	readonly source: string | null;
	/**
	 * `refused` where the constructor of a connection throws in every browser, `refused by some` where one
	 * does, `not meant` where it is taken and is not what one would have it be.
	 */
	readonly weight: 'refused' | 'refused by some' | 'not meant';
}

/** Whether no connection can be made with it, in one browser or in all. */
export const isRefused = ({ weight }: Fault): boolean => weight !== 'not meant';

/** The rules for URLs of servers, and for what the constructor does with them. */
export const URLS = 'webrtc-pc, 4.2.2 and 4.4.1.6; RFC 7064, 3.1; RFC 7065, 3.1';

export const refused = (id: string, says: string, todo: string): Fault => ({
	id: `servers.${id}`,
	says,
	todo,
	source: URLS,
	weight: 'refused'
});

export const refusedBySome = (id: string, says: string, todo: string): Fault => ({
	...refused(id, says, todo),
	weight: 'refused by some'
});

export const notMeant = (id: string, says: string, todo: string, source: string | null): Fault => ({
	id: `servers.${id}`,
	says,
	todo,
	source,
	weight: 'not meant'
});
