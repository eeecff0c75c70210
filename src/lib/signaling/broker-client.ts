import mqtt, { type MqttClient } from 'mqtt';

/** Milliseconds in which a broker answers, and goes on to. */
export const PATIENCE = 8000;
/** Milliseconds between two attempts to find it again. */
const AGAIN = 1000;
/** Seconds after which a connection that says nothing is asked (MQTT 3.1.1, 3.1.2.10). */
const KEEP_ALIVE = 15;

/** A client of the broker at a URL, which has not begun to connect. */
export function clientOf(url: string): MqttClient {
	return mqtt.connect(url, {
		// None that can be told from what is said: who connects by the name of another sends that away (3.1.4).
		clientId: `parley-${crypto.randomUUID().slice(0, 13)}`,
		protocolVersion: 4,
		clean: true,
		keepalive: KEEP_ALIVE,
		reconnectPeriod: AGAIN,
		connectTimeout: PATIENCE,
		resubscribe: false,
		// Its other timers run in a worker that it makes of a text, which the site's policy forbids.
		timerVariant: 'native',
		manualConnect: true
	});
}
