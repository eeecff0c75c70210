import * as v from 'valibot';
import { leaveEmpty, type HandLink } from './hand-link';
import type { Room, RoomHearing } from './room';

/** Milliseconds in which the other page says whether somebody is there. It is late only where it sleeps. */
const PATIENCE = 10_000;

const Text = v.string();
const Member = v.pipe(v.string(), v.maxLength(60));

/** What the two pages say to each other. */
const Word = v.union([
	/** Somebody enters the room, and claims something; whoever is there answers with `here`. */
	v.strictObject({ enters: Member, claims: Text }),
	v.strictObject({ here: Member, claims: Text }),
	/** The other page is in no room. */
	v.strictObject({ nobody: v.literal(true) }),
	/** Whoever has answered wishes to claim something: whoever has invited puts all claims in one order. */
	v.strictObject({ wishes: Text }),
	v.strictObject({ claimed: Member, claims: Text }),
	v.strictObject({ line: Text, text: Text }),
	v.strictObject({ leaves: Member })
]);
type Word = v.InferOutput<typeof Word>;

/**
 * The room of two pages that are joined by hand. Whoever has invited hears all claims first and says in which order they came,
 * as a broker would; whoever is alone does that for itself. Everything goes over one data channel, which DTLS encrypts
 * between the two whose fingerprints the invitations named.
 */
export class HandRoom implements Room {
	readonly member = crypto.randomUUID();
	readonly #link: HandLink;
	readonly #hearing: RoomHearing;
	/** The member at the other page, while that is in the room. */
	#other: string | null = null;
	#claims = '';
	#met: () => void = () => {};
	#hasEnded = false;

	constructor(link: HandLink, hearing: RoomHearing) {
		this.#link = link;
		this.#hearing = hearing;
	}

	/** Enters the room: alone, where nobody is there, or nothing is said within a while. */
	async enter(claims: string): Promise<void> {
		this.#claims = claims;
		const { channel } = this.#link;
		channel.ontext = (text) => this.#hear(text);
		channel.onclose = () => {
			this.#isAlone();
			this.#met();
		};
		this.#say({ enters: this.member, claims });
		await new Promise<void>((resolve) => {
			const timer = setTimeout(resolve, channel.isOpen ? PATIENCE : 0);
			this.#met = () => {
				clearTimeout(timer);
				resolve();
			};
		});
		if (this.#other === null) this.#hearing.claimed(this.member, this.#claims);
	}

	/** @see Room.say */
	say(line: string, text: string): void {
		if (!this.#hasEnded) this.#say({ line, text });
	}

	/** @see Room.claim */
	claim(claims: string): void {
		if (this.#hasEnded) return;
		this.#claims = claims;
		if (this.#other !== null && !this.#link.isInviter) return this.#say({ wishes: claims });
		if (this.#other !== null) this.#say({ claimed: this.member, claims });
		this.#hearing.claimed(this.member, claims);
	}

	/** @see Room.end */
	end(): void {
		if (this.#hasEnded) return;
		this.#say({ leaves: this.member });
		this.#hasEnded = true;
		leaveEmpty(this.#link.channel);
	}

	#say(word: Word): void {
		this.#link.channel.send(JSON.stringify(word));
	}

	#hear(text: string | null): void {
		if (this.#hasEnded) return;
		const word = text === null ? null : readWord(text);
		if (word === null || !this.#isTheirs(word)) return this.#hearing.refused();
		if ('line' in word) this.#hearing.said(word.line, word.text);
		else if ('enters' in word) {
			this.#meet(word.enters, word.claims);
			this.#say({ here: this.member, claims: this.#claims });
		} else if ('here' in word) this.#meet(word.here, word.claims);
		else if ('nobody' in word) this.#met();
		else if ('leaves' in word) {
			if (word.leaves === this.#other) this.#isAlone();
		} else if ('wishes' in word) this.#order(word.wishes);
		else this.#hearing.claimed(word.claimed, word.claims);
	}

	/** Whether the other page may say it: nobody enters by the name of this member, and who has invited orders. */
	#isTheirs(word: Word): boolean {
		if ('enters' in word) return word.enters !== this.member;
		if ('here' in word) return word.here !== this.member;
		if ('wishes' in word) return this.#link.isInviter && this.#other !== null;
		if (!('claimed' in word)) return true;
		const isKnown = word.claimed === this.member || word.claimed === this.#other;
		return isKnown && !this.#link.isInviter;
	}

	/** The other is there: what both claimed before they knew each other, each knows from now on. */
	#meet(other: string, claims: string): void {
		if (other !== this.#other) this.#isAlone();
		this.#other = other;
		this.#hearing.claimed(other, claims);
		this.#hearing.claimed(this.member, this.#claims);
		this.#met();
	}

	#order(claims: string): void {
		this.#say({ claimed: this.#other!, claims });
		this.#hearing.claimed(this.#other!, claims);
	}

	/** The other is gone: what was wished and not heard yet is claimed now. */
	#isAlone(): void {
		if (this.#other === null || this.#hasEnded) return;
		const gone = this.#other;
		this.#other = null;
		this.#hearing.claimed(gone, null);
		this.#hearing.claimed(this.member, this.#claims);
	}
}

/** @returns null for what no page of ours says */
function readWord(text: string): Word | null {
	try {
		const parsed = v.safeParse(Word, JSON.parse(text));
		return parsed.success ? parsed.output : null;
	} catch {
		return null;
	}
}
