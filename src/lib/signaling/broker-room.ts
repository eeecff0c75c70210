import mqtt, { type IPublishPacket, type MqttClient } from 'mqtt';
import { Seal, type Purpose, type Unsealed } from './seal';

/** A room at a broker. */
export interface BrokerAddress {
	/** Where the broker is: `wss://…` or `ws://…`. */
	url: string;
	/** What the room is called: the broker sees it. */
	room: string;
	/** As `newKey` gives it: the broker never sees it. */
	key: string;
}

/** What a member of a room is told. */
export interface RoomHearing {
	/** Another member has said something on a line. */
	said(line: string, text: string): void;
	/** What a member claims now, this one too; null where it is here no more. */
	claimed(member: string, claims: string | null): void;
	/** Something came that no member can have said, or that was heard before. */
	refused(): void;
	/** The broker was away: what was said meanwhile may be lost. */
	interrupted(): void;
}

/** Milliseconds in which a broker answers. */
const PATIENCE = 8000;
/** Milliseconds between two attempts to find it again. */
const AGAIN = 1000;
/** Milliseconds in which members are back that a broker has forgotten. */
const RETURN = 5000;
/** Seconds after which a connection that says nothing is asked (MQTT 3.1.1, 3.1.2.10). */
const KEEP_ALIVE = 15;
/** Bytes: what is longer is no message of ours. */
const LONGEST = 8_000_000;
/** Messages that may wait to be opened. */
const MOST_WAITING = 20_000;

/** How much of each purpose was heard of a member. */
type Heard = Record<Purpose, number>;

/**
 * A room at an MQTT 3.1.1 broker (OASIS Standard, 2014), which needs nothing but what any broker has. What is said goes to
 * all; what a member claims is kept by the broker for whoever comes, and is taken back by its will where the member is
 * torn away. Everything is sealed: the broker sees names of rooms, sizes and times.
 */
export class BrokerRoom {
	readonly #url: string;
	readonly #seal: Seal;
	readonly #client: MqttClient;
	readonly #hearing: RoomHearing;
	readonly #topics: { say: string; here: string };
	readonly #heard = new Map<string, Heard>();
	/** The members that are here, and whether that is known since the broker was found last. */
	readonly #members = new Map<string, boolean>();
	#claims = '';
	#sealing: Promise<unknown> = Promise.resolve();
	#opening: Promise<unknown> = Promise.resolve();
	#waiting = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** What is waited for while the room is entered: both are the last of what the broker had. */
	#entering: { own: () => void; echo: () => void } | null = null;
	#hasEnded = false;

	/** @throws RangeError where the key is none */
	constructor({ url, room, key }: BrokerAddress, hearing: RoomHearing) {
		this.#hearing = hearing;
		this.#url = url;
		this.#seal = new Seal(room, key);
		const top = `parley/1/${encodeURIComponent(room)}`;
		this.#topics = { say: `${top}/say`, here: `${top}/here` };
		this.#client = mqtt.connect(url, {
			clientId: `parley-${this.member.slice(0, 16)}`,
			protocolVersion: 4,
			clean: true,
			keepalive: KEEP_ALIVE,
			reconnectPeriod: AGAIN,
			connectTimeout: PATIENCE,
			resubscribe: false,
			// Its other timers run in a worker that it makes of a text, which the site's policy forbids.
			timerVariant: 'native',
			manualConnect: true,
			will: { topic: this.#ownTopic, payload: '', qos: 1, retain: true }
		});
	}

	/**
	 * Enters the room, and hears who is here.
	 * @throws an `Error` where no broker answers at its address
	 */
	async enter(): Promise<void> {
		try {
			await this.#connect();
		} catch (cause) {
			this.end();
			throw new Error(`No broker answers at ${this.#url}.`, { cause });
		}
	}

	/** This member, as the others know it. */
	get member(): string {
		return this.#seal.member;
	}

	/** Says something to all others on a line. */
	say(line: string, text: string): void {
		this.#publish('say', () => JSON.stringify({ line, text }));
	}

	/** Claims something in the place of what was claimed before, for whoever is here and whoever comes. */
	claim(claims: string): void {
		this.#claims = claims;
		this.#publish('here', () => JSON.stringify({ claims, said: this.#seal.count }));
	}

	/** Leaves: nothing is said, claimed or heard any more. */
	end(): void {
		if (this.#hasEnded) return;
		this.#hasEnded = true;
		clearTimeout(this.#timer);
		// A connection that is closed in order has no will (MQTT 3.1.1, 3.1.2.5).
		if (this.#client.connected) this.#client.publish(this.#ownTopic, '', { qos: 1, retain: true });
		this.#client.end();
	}

	get #ownTopic(): string {
		return `${this.#topics.here}/${this.member}`;
	}

	#connect(): Promise<void> {
		return new Promise((resolve, reject) => {
			const client = this.#client;
			let isFirst = true;
			const timer = setTimeout(() => reject(new Error('It has not answered.')), PATIENCE);
			client.on('message', (topic, _, packet) => this.#arrive(topic, packet));
			client.on('error', (error) => isFirst && reject(error));
			client.on('close', () => isFirst && reject(new Error('It has closed the connection.')));
			client.on('connect', () => {
				void this.#enterAgain().then(() => {
					clearTimeout(timer);
					if (isFirst) resolve();
					else if (!this.#hasEnded) this.#hearing.interrupted();
					isFirst = false;
				});
			});
			client.connect();
		});
	}

	/**
	 * Hears all that the broker has kept before anything else is done: where the own claim and an own word have come
	 * back, everything that was there before them has come as well, whichever of the two a broker brings last.
	 */
	async #enterAgain(): Promise<void> {
		const { say, here } = this.#topics;
		for (const member of this.#members.keys()) this.#members.set(member, false);
		const back = new Promise<void>((resolve) => {
			let left = 2;
			const one = () => {
				left -= 1;
				if (left === 0) resolve();
			};
			this.#entering = { own: one, echo: one };
		});
		this.claim(this.#claims);
		this.#sealing = this.#sealing.then(() => {
			this.#client.subscribe({ [say]: { qos: 1 }, [`${here}/+`]: { qos: 1 } });
		});
		this.#publish('say', () => JSON.stringify({ enters: this.member }));
		await back;
		this.#entering = null;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#dropForgotten(), RETURN);
	}

	/** A broker that began anew has forgotten its members; who is not back by now is gone. */
	#dropForgotten(): void {
		for (const [member, isKnown] of this.#members) if (!isKnown) this.#leaves(member);
	}

	/** What is sealed is published in the order in which it was given. */
	#publish(purpose: Purpose, write: () => string): void {
		if (this.#hasEnded) return;
		const topic = purpose === 'say' ? this.#topics.say : this.#ownTopic;
		this.#sealing = this.#sealing.then(async () => {
			const sealed = await this.#seal.seal(purpose, write());
			if (this.#hasEnded) return;
			this.#client.publish(topic, sealed as Buffer, { qos: 1, retain: purpose === 'here' });
		});
	}

	/** What is sealed is opened in the order in which it came. */
	#arrive(topic: string, { payload }: IPublishPacket): void {
		if (this.#hasEnded) return;
		const bytes = new Uint8Array(payload as Uint8Array);
		if (bytes.length > LONGEST || this.#waiting >= MOST_WAITING) return this.#hearing.refused();
		this.#waiting += 1;
		this.#opening = this.#opening.then(async () => {
			this.#waiting -= 1;
			if (topic === this.#topics.say) return this.#hearSaid(await this.#seal.open('say', bytes));
			const member = topic.slice(this.#topics.here.length + 1);
			if (bytes.length === 0) return this.#leaves(member);
			const unsealed = await this.#seal.open('here', bytes);
			this.#hearClaimed(unsealed?.member === member ? unsealed : null);
		});
	}

	#hearSaid(unsealed: Unsealed | null): void {
		const said = this.#read('say', unsealed);
		if (said === null) return;
		const isOwn = unsealed!.member === this.member;
		if (typeof said.line === 'string' && typeof said.text === 'string') {
			if (!isOwn) this.#hearing.said(said.line, said.text);
		} else if (typeof said.enters !== 'string') this.#hearing.refused();
		else if (isOwn) this.#entering?.echo();
	}

	#hearClaimed(unsealed: Unsealed | null): void {
		const claimed = this.#read('here', unsealed);
		if (claimed === null) return;
		const { member } = unsealed!;
		const { claims, said } = claimed;
		if (typeof claims !== 'string' || typeof said !== 'number') return this.#hearing.refused();
		// What it had said before is none of whoever comes later.
		const heard = this.#heard.get(member)!;
		if (!this.#members.has(member))
			heard.say = Math.max(heard.say, Math.min(said, unsealed!.count));
		this.#members.set(member, true);
		if (this.#hasEnded) return;
		this.#hearing.claimed(member, claims);
		if (member === this.member) this.#entering?.own();
	}

	/** What a member has sealed, where it was not heard before; null for anything else, which is counted. */
	#read(purpose: Purpose, unsealed: Unsealed | null): Record<string, unknown> | null {
		const data = unsealed && parsed(unsealed.text);
		if (this.#hasEnded) return null;
		if (unsealed === null || data === null) {
			this.#hearing.refused();
			return null;
		}
		const heard = this.#heard.get(unsealed.member) ?? { say: 0, here: 0 };
		// Entered again, one hears once more what the broker has kept.
		const isHere = this.#entering !== null || this.#members.has(unsealed.member);
		const isKept = purpose === 'here' && unsealed.count === heard.here && isHere;
		if (unsealed.count <= heard[purpose] && !isKept) {
			this.#hearing.refused();
			return null;
		}
		heard[purpose] = unsealed.count;
		this.#heard.set(unsealed.member, heard);
		return data;
	}

	#leaves(member: string): void {
		// The will of a connection that was torn may come when the next is there already.
		if (member === this.member) {
			this.#hearing.claimed(member, null);
			return this.claim(this.#claims);
		}
		if (!this.#members.delete(member) || this.#hasEnded) return;
		this.#hearing.claimed(member, null);
	}
}

function parsed(text: string): Record<string, unknown> | null {
	try {
		const data: unknown = JSON.parse(text);
		return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : null;
	} catch {
		return null;
	}
}
