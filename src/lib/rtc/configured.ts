/**
 * The browser’s class, whose objects are made with what was set. What is asked for where one is made wins, member by
 * member: a step is about it.
 *
 * @param set null where nothing was
 */
export function configured(
	Native: typeof RTCPeerConnection,
	set: RTCConfiguration | null
): typeof RTCPeerConnection {
	if (set === null) return Native;
	return new Proxy(Native, {
		construct: (target, [own], newTarget) =>
			Reflect.construct(target, [{ ...set, ...own }], newTarget) as RTCPeerConnection
	});
}
