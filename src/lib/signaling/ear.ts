import * as v from 'valibot';
import type { Purpose, Seal, Unsealed } from './seal';

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** What a member says: something on a line, or that it enters, which it alone is waiting to hear. */
const Said = v.union([
	v.strictObject({ line: v.string(), text: v.string() }),
	v.strictObject({ enters: v.literal(true) })
]);
export type Said = v.InferOutput<typeof Said>;

/** What stands in the place of a member: what it claims, or, by its will, that it is gone. */
const Here = v.union([
	v.strictObject({
		claims: v.string(),
		/** How much it had sealed before. */
		said: Count,
		/** The number of its will: no other says of it that it is gone. */
		will: Count
	}),
	v.strictObject({ gone: v.literal(true) })
]);
export type Here = v.InferOutput<typeof Here>;

/** What was heard of a member so far, by the numbers of what it sealed. */
interface Known {
	/** To all. */
	said: number;
	/** To this member alone: a broker need not keep the order between the two (MQTT 3.1.1, 4.6). */
	told: number;
	here: number;
	will: number;
}

/** A message, and by whom. */
export interface Heard<T> {
	member: string;
	message: T;
}

/**
 * Opens what comes through a broker, and tells what a member has said of what anybody has sent: a message counts where it is
 * sealed, is one of ours, and was not heard before. Nothing that a stranger sends, or sends again, is any of these.
 */
export class Ear {
	readonly #seal: Seal;
	readonly #known = new Map<string, Known>();

	constructor(seal: Seal) {
		this.#seal = seal;
	}

	/** What a member says to all. @returns null for what is no such thing, or was heard before */
	said(bytes: Uint8Array<ArrayBuffer>): Promise<Heard<Said> | null> {
		return this.#hear('said', 'say', bytes);
	}

	/** What a member says to this one alone. @returns null for what is no such thing, or was heard before */
	told(bytes: Uint8Array<ArrayBuffer>): Promise<Heard<Said> | null> {
		return this.#hear('told', `to ${this.#seal.member}`, bytes);
	}

	/**
	 * What stands in the place of a member.
	 * @param mayBeKept where the broker may bring what was heard already, because it has kept it
	 * @returns null for what is no such thing, or was heard before
	 */
	async here(
		member: string,
		bytes: Uint8Array<ArrayBuffer>,
		mayBeKept: boolean
	): Promise<Heard<Here> | null> {
		const read = await this.#open('here', Here, bytes);
		if (read === null || read.unsealed.member !== member) return null;
		const { unsealed, message } = read;
		const known = this.#knownOf(member);
		if ('gone' in message) return unsealed.count === known.will ? { member, message } : null;
		const isKept = mayBeKept && unsealed.count === known.here;
		if (unsealed.count <= known.here && !isKept) return null;
		// What it had said before it was heard first is none of whoever comes later.
		if (known.here === 0) {
			const before = Math.min(message.said, unsealed.count);
			known.said = Math.max(known.said, before);
			known.told = Math.max(known.told, before);
		}
		known.here = unsealed.count;
		known.will = message.will;
		return this.#keep(member, known, message);
	}

	/** Whether bytes are the will of a member that was never heard: the broker keeps it for nobody. */
	async isLeftBehind(member: string, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
		const read = await this.#open('here', Here, bytes);
		return read?.unsealed.member === member && 'gone' in read.message && !this.#known.has(member);
	}

	#knownOf(member: string): Known {
		return this.#known.get(member) ?? { said: 0, told: 0, here: 0, will: 0 };
	}

	async #hear(
		way: 'said' | 'told',
		purpose: Purpose,
		bytes: Uint8Array<ArrayBuffer>
	): Promise<Heard<Said> | null> {
		const read = await this.#open(purpose, Said, bytes);
		if (read === null) return null;
		const { unsealed, message } = read;
		const known = this.#knownOf(unsealed.member);
		if (unsealed.count <= known[way]) return null;
		known[way] = unsealed.count;
		return this.#keep(unsealed.member, known, message);
	}

	/** Only what has the seal is remembered: a name alone costs nothing. */
	#keep<T>(member: string, known: Known, message: T): Heard<T> {
		this.#known.set(member, known);
		return { member, message };
	}

	async #open<T extends v.GenericSchema>(
		purpose: Purpose,
		schema: T,
		bytes: Uint8Array<ArrayBuffer>
	): Promise<{ unsealed: Unsealed; message: v.InferOutput<T> } | null> {
		const unsealed = await this.#seal.open(purpose, bytes);
		if (unsealed === null) return null;
		try {
			const parsed = v.safeParse(schema, JSON.parse(unsealed.text));
			return parsed.success ? { unsealed, message: parsed.output } : null;
		} catch {
			return null;
		}
	}
}
