import { keepNetwork, recallNetwork } from '$lib/rtc/keep-network';
import type { Network } from '$lib/servers/network';
import type { IceServer } from '$lib/servers/ice-server';

/** What a person sets of the network, kept with each change. */
export class NetworkSettings {
	network: Network = $state.raw(recallNetwork().network);
	/** Whether it is kept on this machine. */
	isKept = $state(recallNetwork().isKept);
	/** Whether something was changed: the peers that are there have what was set before. */
	isChanged = $state(false);
	/** Whether the browser forbids to keep anything. */
	isForbidden = $state(false);

	get servers(): readonly IceServer[] {
		return this.network.servers;
	}

	change(part: Partial<Network>): void {
		this.network = { ...this.network, ...part };
		this.isChanged = true;
		this.#keep();
	}

	/** Keeps it on this machine, or with this tab alone. */
	keepHere(isKept: boolean): void {
		this.isKept = isKept;
		this.#keep();
	}

	/** Servers take the place of another, or stand behind all. @param at the place of the other; null for none */
	put(servers: readonly IceServer[], at: number | null): void {
		this.change({
			servers:
				at === null ? [...this.servers, ...servers] : this.servers.toSpliced(at, 1, ...servers)
		});
	}

	remove(at: number): void {
		this.change({ servers: this.servers.toSpliced(at, 1) });
	}

	#keep(): void {
		this.isForbidden = !keepNetwork(this.network, this.isKept);
	}
}
