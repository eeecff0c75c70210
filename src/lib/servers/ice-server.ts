/** An entry of `iceServers` (webrtc-pc, 4.2.2). Of STUN, user name and credential are empty. */
export interface IceServer {
	readonly urls: readonly string[];
	readonly username: string;
	readonly credential: string;
}

/** A server as a browser takes it: without what it has not. */
export function asGiven({ urls, username, credential }: IceServer): RTCIceServer {
	return {
		urls: [...urls],
		...(username !== '' && { username }),
		...(credential !== '' && { credential })
	};
}
