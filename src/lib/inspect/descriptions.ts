import { DESCRIPTION_NAMES, type Description, type DescriptionName } from '../trace';

type Descriptions = Record<DescriptionName, Description | null>;

/**
 * The descriptions of a connection, as they follow from those that were set: a dump logs the calls,
 * not the attributes.
 * @see webrtc-pc, 4.4.1.5 "set the RTCSessionDescription"
 */
export class Attributes {
	#now: Descriptions = {
		currentLocalDescription: null,
		pendingLocalDescription: null,
		currentRemoteDescription: null,
		pendingRemoteDescription: null
	};

	/** Sets a description. @returns the attributes that read differently now */
	set(side: 'Local' | 'Remote', description: Description): Partial<Descriptions> {
		const other = side === 'Local' ? 'Remote' : 'Local';
		const next = { ...this.#now };
		if (description.type === 'offer' || description.type === 'pranswer') {
			next[`pending${side}Description`] = description;
		} else {
			if (description.type === 'answer') {
				next[`current${side}Description`] = description;
				next[`current${other}Description`] = this.#now[`pending${other}Description`];
			}
			next.pendingLocalDescription = null;
			next.pendingRemoteDescription = null;
		}
		const changed = DESCRIPTION_NAMES.filter((name) => next[name] !== this.#now[name]);
		this.#now = next;
		return Object.fromEntries(changed.map((name) => [name, next[name]]));
	}
}
