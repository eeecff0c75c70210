import type { Aedes, AedesOptions, Client } from 'aedes';

/** Of one place: what a member claims is some hundred bytes. */
const LONGEST_CLAIMS = 64 * 1024;
/** Places that are kept, of all rooms. */
const MOST_PLACES = 20_000;

/** What is said in a room, to all or to one of its members, and the place of each. */
const SAY = /^parley\/1\/[^/+#\0]{1,400}\/(?:say|to\/[0-9a-f]{32})$/;
const PLACE = /^parley\/1\/[^/+#\0]{1,400}\/here\/[0-9a-f]{32}$/;
const ALL_PLACES = /^parley\/1\/[^/+#\0]{1,400}\/here\/\+$/;

/**
 * What the clients of the broker beside a site may do: take part in rooms whose names they know, and nothing else. Nobody
 * lists the rooms, and nothing but the places of members is kept.
 * @param broker that has these rules, once it is there
 */
export function rulesOf(broker: () => Aedes): AedesOptions {
	/** Who wrote last to each place that is kept, the one that was written to longest ago first. */
	const places = new Map<string, WeakRef<Client> | null>();

	/** Drops what the one wrote who is gone the longest; what is written by who is there stays. */
	const makeRoom = (): boolean => {
		if (places.size < MOST_PLACES) return true;
		const left = [...places].find(([, writer]) => !writer?.deref()?.connected);
		if (!left) return false;
		places.delete(left[0]);
		const empty = { cmd: 'publish', qos: 0, dup: false, retain: true, payload: '' } as const;
		broker().publish({ ...empty, topic: left[0] }, () => undefined);
		return true;
	};

	return {
		// Who does not read must not keep all others waiting for longer.
		drainTimeout: 10_000,
		preConnect(_, { clean, will }, done) {
			// What is kept for whoever is away would grow without bound.
			if (!clean) return done(new Error('No session is kept here.'), false);
			if (will && !PLACE.test(will.topic)) return done(new Error('No such topic is here.'), false);
			done(null, true);
		},
		authorizeSubscribe(_, subscription, done) {
			const { topic } = subscription;
			// Refused by its return code (MQTT 3.1.1, 3.9.3).
			done(null, SAY.test(topic) || ALL_PLACES.test(topic) ? subscription : null);
		},
		authorizePublish(client, { topic, payload, retain }, done) {
			if (SAY.test(topic) && !retain) return done();
			if (!PLACE.test(topic) || !retain || payload.length > LONGEST_CLAIMS) {
				return done(new Error('Nothing like that is said here.'));
			}
			places.delete(topic);
			if (payload.length > 0) {
				if (!makeRoom()) return done(new Error('No more can be kept here.'));
				places.set(topic, client && new WeakRef(client));
			}
			done();
		}
	};
}
