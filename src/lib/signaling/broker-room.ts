import type { IPublishPacket, MqttClient } from 'mqtt';
import { clientOf, PATIENCE } from './broker-client';
import { topicsOf, type Topics } from './broker-topics';
import { Ear, type Heard, type Here, type Said } from './ear';
import { Entry } from './entry';
import { LONGEST_MESSAGE, type Room, type RoomHearing } from './room';
import { Seal, type Purpose } from './seal';
import { throwLater } from './throw-later';

/** A room at a broker. */
export interface BrokerAddress {
	/** Where the broker is: `wss://…` or `ws://…`. */
	url: string;
	/** What the room is called: the broker sees it. */
	room: string;
	/** As `newKey` gives it: the broker never sees it. */
	key: string;
	/** Whether nobody else knows the room, so that nothing of it is kept once it is left. */
	isTrial?: boolean;
}

/** Milliseconds in which members are back that a broker has forgotten. */
const RETURN = 5000;
/** Messages that may wait to be opened. */
const MOST_WAITING = 20_000;

/**
 * A room at an MQTT 3.1.1 broker (OASIS Standard, 2014), which needs nothing but what any broker has. What is said goes to
 * all, or to one; what a member claims is kept by the broker for whoever comes, and its will takes the place of that where
 * the member is torn away. Everything is sealed, wills too: the broker sees names of rooms, to whom, sizes and times.
 */
export class BrokerRoom implements Room {
	readonly #url: string;
	readonly #isTrial: boolean;
	readonly #seal: Seal;
	readonly #client: MqttClient;
	readonly #hearing: RoomHearing;
	readonly #topics: Topics;
	readonly #ear: Ear;
	/** The members that are here, and whether that is known since the broker was found last. */
	readonly #members = new Map<string, boolean>();
	#claims = '';
	#sealing: Promise<unknown> = Promise.resolve();
	#opening: Promise<unknown> = Promise.resolve();
	#taken: Promise<void> = Promise.resolve();
	#waiting = 0;
	/** Whether something came that was not opened, because too much was waiting. */
	#hasMissed = false;
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** What this member leaves behind: sealed before it is needed, for a page that is torn away seals nothing. */
	#will: { number: number; bytes: Uint8Array<ArrayBuffer> } | null = null;
	/** While the room is entered. */
	#entry: Entry | null = null;
	/** The broker is there: while a room is entered that a crowd is in, much of it is to be heard first. */
	#answers: () => void = () => undefined;
	#hasEnded = false;

	/** @throws RangeError where the key is none */
	constructor({ url, room, key, isTrial = false }: BrokerAddress, hearing: RoomHearing) {
		this.#isTrial = isTrial;
		this.#hearing = hearing;
		this.#url = url;
		this.#seal = new Seal(room, key);
		this.#ear = new Ear(this.#seal);
		this.#topics = topicsOf(room, this.member);
		this.#client = clientOf(url);
	}

	/**
	 * Enters the room, and hears who is here.
	 * @param claims what is claimed at first
	 * @throws an `Error` where no broker answers at its address
	 */
	async enter(claims: string): Promise<void> {
		this.#claims = claims;
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

	/** Says something on a line, to all others or to one of them; to nobody while the broker is away. */
	say(line: string, text: string, to?: string): void {
		this.#publish(to === undefined ? 'say' : `to ${to}`, (): Said => ({ line, text }));
	}

	/** Claims something in the place of what was claimed before, for whoever is here and whoever comes. */
	claim(claims: string): void {
		this.#claims = claims;
		this.#publish('here', (): Here => {
			return { claims, said: this.#seal.count, will: this.#will?.number ?? 0 };
		});
	}

	/** Leaves: nothing is said, claimed or heard any more. */
	end(): void {
		if (this.#hasEnded) return;
		this.#hasEnded = true;
		clearTimeout(this.#timer);
		this.#entry?.drop();
		// A connection that is closed in order has no will (MQTT 3.1.1, 3.1.2.5).
		if (this.#client.connected && this.#will) this.#put(this.#topics.place, this.#will.bytes, true);
		this.#client.end();
	}

	async #connect(): Promise<void> {
		await this.#makeWill();
		await new Promise<void>((resolve, reject) => {
			const client = this.#client;
			let isFirst = true;
			let timer: ReturnType<typeof setTimeout> | undefined;
			this.#answers = () => {
				clearTimeout(timer);
				if (isFirst) timer = setTimeout(() => reject(new Error('It is silent.')), PATIENCE);
			};
			this.#answers();
			client.on('message', (topic, _, packet) => this.#arrive(topic, packet));
			client.on('error', (error) => isFirst && reject(error));
			client.on('close', () => {
				if (isFirst) reject(new Error('It has closed the connection.'));
				// Whoever heard the former one is to heed no other but the next.
				else if (!this.#hasEnded) {
					void this.#makeWill();
					this.#hearing.away();
				}
			});
			client.on('connect', () => {
				void this.#enterAgain().then(() => {
					if (isFirst) resolve();
					else if (!this.#hasEnded) this.#hearing.interrupted();
					isFirst = false;
					this.#answers();
				});
			});
			client.connect();
		});
	}

	async #makeWill(): Promise<void> {
		const sealing = this.#seal.seal('here', JSON.stringify({ gone: true } satisfies Here));
		const number = this.#seal.count;
		const sealed = await sealing;
		// An empty message is kept by no broker, and takes the place of what was (MQTT 3.1.1, 3.3.1.3).
		const bytes = this.#isTrial ? new Uint8Array() : sealed;
		this.#will = { number, bytes };
		const payload = bytes as Buffer;
		this.#client.options.will = { topic: this.#topics.place, payload, qos: 1, retain: true };
	}

	/** Hears all that the broker has kept before anything else is done. */
	async #enterAgain(): Promise<void> {
		for (const member of this.#members.keys()) this.#members.set(member, false);
		this.#entry?.drop();
		this.#entry = new Entry(
			{
				claim: () => this.claim(this.#claims),
				say: () => this.#publish(`to ${this.member}`, (): Said => ({ enters: true }))
			},
			this.#isTrial
		);
		this.#askWhoIsHere();
		await this.#entry.ended;
		this.#entry = null;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#dropForgotten(), RETURN);
	}

	/** What comes together some brokers handle together, and keep the claim of whom they send away for the rest. */
	#askWhoIsHere(): void {
		const { say, toThis, places } = this.#topics;
		const subscribe = () => this.#client.subscribeAsync([say, toThis, places], { qos: 1 });
		if (this.#isTrial) this.#inOrder(() => subscribe().catch(() => this.end()));
		this.claim(this.#claims);
		if (this.#isTrial) return;
		// Else it would not be among what is kept when that is asked for.
		this.#inOrder(() => this.#isTaken());
		this.#inOrder(() => {
			// Whoever is torn away meanwhile asks anew.
			subscribe().catch(() => undefined);
			this.#entry?.waits();
		});
	}

	/** Resolves once the broker has taken what was put there last, or the connection is torn. */
	#isTaken(): Promise<void> {
		return new Promise((resolve) => {
			this.#client.once('close', resolve);
			void this.#taken.then(() => {
				this.#client.off('close', resolve);
				resolve();
			});
		});
	}

	/** Whatever was missed is asked for again, as after the broker was away. */
	#catchUp(): void {
		this.#hasMissed = false;
		if (this.#entry) return this.#askWhoIsHere();
		void this.#enterAgain().then(() => {
			if (!this.#hasEnded) this.#hearing.interrupted();
		});
	}

	/** A broker that began anew has forgotten its members; who is not back by now is gone. */
	#dropForgotten(): void {
		// Nobody is gone because too much came.
		if (this.#hasMissed) return;
		for (const [member, isKnown] of this.#members) if (!isKnown) this.#leaves(member);
	}

	/** What is sealed is published in the order in which it was given. */
	#publish(purpose: Purpose, write: () => Said | Here): void {
		const topic = this.#topics.of(purpose);
		this.#inOrder(async () => {
			// Whoever finds the broker again says all anew: what waited meanwhile would only be late.
			if (this.#hasEnded || !this.#client.connected) return;
			const sealed = await this.#seal.seal(purpose, JSON.stringify(write()));
			if (!this.#hasEnded) this.#put(topic, sealed, purpose === 'here');
		});
	}

	#inOrder(act: () => unknown): void {
		this.#sealing = this.#sealing.then(act).catch(throwLater);
	}

	#put(topic: string, bytes: Uint8Array, retain: boolean): void {
		this.#taken = new Promise((done) => {
			this.#client.publish(topic, bytes as Buffer, { qos: 1, retain }, () => done());
		});
	}

	/** What is sealed is opened in the order in which it came. */
	#arrive(topic: string, { payload, retain }: IPublishPacket): void {
		if (this.#hasEnded) return;
		const bytes = new Uint8Array(payload as Uint8Array);
		const isTooMuch = this.#waiting >= MOST_WAITING;
		this.#hasMissed ||= isTooMuch;
		if (bytes.length > LONGEST_MESSAGE || isTooMuch) return this.#hearing.refused();
		this.#waiting += 1;
		const hear = () => {
			this.#waiting -= 1;
			this.#answers();
			this.#entry?.waits();
			if (this.#hasMissed && this.#waiting === 0 && this.#client.connected) this.#catchUp();
			if (topic === this.#topics.say) return this.#hearSaid(this.#ear.said(bytes));
			if (topic === this.#topics.toThis) return this.#hearSaid(this.#ear.told(bytes));
			return this.#hearHere(this.#topics.memberAt(topic), bytes, retain);
		};
		this.#opening = this.#opening.then(hear).catch(throwLater);
	}

	async #hearSaid(hearing: Promise<Heard<Said> | null>): Promise<void> {
		const heard = await hearing;
		if (this.#hasEnded) return;
		if (heard === null) return this.#hearing.refused();
		const { member, message } = heard;
		if ('enters' in message) {
			if (member === this.member) this.#entry?.wordIsBack();
		} else if (member !== this.member) this.#hearing.said(message.line, message.text);
	}

	async #hearHere(member: string, bytes: Uint8Array<ArrayBuffer>, isKept: boolean): Promise<void> {
		const isOwn = member === this.member;
		// Anybody can empty a place: it means nothing, but that the member it is of says again that it is here.
		if (bytes.length === 0) return isOwn ? this.#claimAnew() : undefined;
		const mayBeKept = this.#entry !== null || this.#members.has(member);
		const heard = await this.#ear.here(member, bytes, mayBeKept);
		if (this.#hasEnded) return;
		if (heard !== null && !('gone' in heard.message)) {
			this.#members.set(member, true);
			this.#hearing.claimed(member, heard.message.claims);
			if (isOwn) this.#entry?.ownIsBack(isKept);
		} else if (isOwn) {
			// It was overwritten: by whomever, or by the will of a connection that was torn, which may come late.
			if (heard === null) this.#hearing.refused();
			this.#claimAnew();
		} else if (heard !== null) this.#leaves(member);
		else if (isKept && (await this.#ear.isLeftBehind(member, bytes))) {
			// Whoever comes clears away what nobody needs any more.
			this.#put(this.#topics.placeOf(member), new Uint8Array(), true);
		} else this.#hearing.refused();
	}

	#claimAnew(): void {
		if (this.#entry) this.#entry.claimAnew();
		else this.claim(this.#claims);
	}

	#leaves(member: string): void {
		if (this.#members.delete(member)) this.#hearing.claimed(member, null);
	}
}
