/** Props that a test can change while the component lives. */
export function layerProps<T extends object>(initial: T): T {
	const props = $state(initial);
	return props;
}
