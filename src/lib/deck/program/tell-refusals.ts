type Method = (this: unknown, ...given: unknown[]) => unknown;

/**
 * Tells of each call that the browser refuses, also where a step expects it and goes on. What is called
 * does as before.
 */
export function tellRefusals(tell: (what: string) => void): void {
	for (const { prototype } of [RTCPeerConnection, RTCRtpSender, RTCDataChannel]) {
		for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
			if (typeof value !== 'function' || name === 'constructor') continue;
			const method = value as Method;
			const refused = (error: unknown) => tell(`${name}() was refused: ${String(error)}`);
			const told: Method = function (...given) {
				try {
					const result = method.apply(this, given);
					if (result instanceof Promise) result.catch(refused);
					return result;
				} catch (error) {
					refused(error);
					throw error;
				}
			};
			Object.assign(prototype, { [name]: told });
		}
	}
}
