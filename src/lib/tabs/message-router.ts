import { monotonicEpoch } from '../trace';
import { Clocks } from './clocks';
import type { Following } from './following';
import type { Hosting } from './hosting';
import type { Message } from './messages';
import type { Mirror } from './mirror';
import type { Neighbours } from './neighbours';
import type { OwnSeats } from './own-seats';
import type { Presence } from './presence';
import type { SharedScreen } from './shared-screen';
import type { Hearing, Refusal, TabChannel } from './tab-channel';

/** Milliseconds for which nobody who was told that a tab is here misses it. */
const TOLD = 1000;

/** What a router needs of its tab. */
export interface MessageRouterSurroundings {
	neighbours: Neighbours;
	following: Following;
	hosting: Hosting;
	mirror: Mirror;
	seats: OwnSeats;
	screen: SharedScreen;
	presence: Presence;
	/** In which this tab is known to the others. */
	channel(): TabChannel;
	/** Says that this tab is here, to all or to one, and asks them to say the same where `ask` is true. */
	sayHere(ask: boolean, to?: string): void;
	changed(): void;
}

/** Brings what is heard in the channel to whoever in this tab it is for. */
export class MessageRouter implements Hearing {
	readonly #surroundings: MessageRouterSurroundings;
	readonly #clocks = new Clocks({
		now: monotonicEpoch,
		ask: (to, asked) => this.#tellClock(to, asked, null)
	});

	/** When all were told last that this tab is here, because one had asked, in ms. */
	#toldAll = -Infinity;

	constructor(surroundings: MessageRouterSurroundings) {
		this.#surroundings = surroundings;
	}

	message(message: Message, from: string): Refusal | null {
		const { neighbours, following, mirror, seats, screen, presence } = this.#surroundings;
		const { hosting, channel } = this.#surroundings;
		const { id } = channel();
		neighbours.answers(from);
		const { host } = hosting;
		switch (message.type) {
			case 'here':
				// Before anybody here makes a peer with one that sits there, whose entries have its times.
				if (neighbours.areFar && message.seats.length > 0 && seats.peers.length > 0) {
					this.#clocks.compare(from);
				}
				following.here(message, from);
				return null;
			case 'ask':
				if (message.to === id) this.#answer();
				return null;
			case 'clock':
				if (message.to !== id) return null;
				if (message.at === null) this.#tellClock(from, message.asked, monotonicEpoch());
				else this.#clocks.answered(from, message.asked, message.at);
				return null;
			case 'sync':
				if (message.host === id) this.#tellAll(from);
				return null;
			case 'screen':
				if (host || from !== mirror.host) return null;
				screen.hear(message.screen);
				return null;
			case 'entries':
			case 'standing':
				if (message.to !== null && message.to !== id) return null;
				return host ? null : mirror.hear(message, from);
			case 'wish':
				host?.wish(message, from);
				return null;
			case 'fresh':
			case 'perform':
			case 'replace':
			case 'end':
				// A host that stood still may not know yet that another has taken its place.
				if (message.term < (host?.term ?? neighbours.host?.term ?? 0)) return 'old';
				if (seats.hear(message)) presence.update();
				return null;
			case 'record':
				return host?.hear({ ...message, at: message.at + this.#clocks.offsetOf(from) }) ?? null;
			case 'outcome':
				return host?.hear(message) ?? null;
		}
	}

	gone(id: string): void {
		this.#clocks.gone(id);
		this.#surroundings.following.gone(id);
	}

	otherVersion(id: string, site: string): void {
		this.#surroundings.following.otherVersion(id, site);
	}

	refused(): void {
		this.#surroundings.changed();
	}

	stranger(): void {
		if (this.#surroundings.neighbours.areFar) this.#surroundings.sayHere(false);
	}

	away(): void {
		this.#surroundings.changed();
	}

	interrupted(): void {
		const { sayHere, changed } = this.#surroundings;
		sayHere(true);
		changed();
	}

	/**
	 * Whoever misses this tab hears that it is here, and so do all others, who would soon miss it as well: but not once for each
	 * of them. Who missed that, too, asks again.
	 */
	#answer(): void {
		const now = monotonicEpoch();
		if (now - this.#toldAll < TOLD) return;
		this.#toldAll = now;
		this.#surroundings.sayHere(false);
	}

	#tellClock(to: string, asked: number, at: number | null): void {
		this.#surroundings.channel().post({ type: 'clock', to, asked, at });
	}

	/** Whoever asks hears what is on the screen, and then the whole walk: what is masked is so at once. */
	#tellAll(to: string): void {
		const { hosting, screen, channel } = this.#surroundings;
		if (!hosting.host) return;
		channel().post({ type: 'screen', screen: screen.shown }, to);
		hosting.host.sync(to);
	}
}
