export { NAMES } from '$lib/trace/names';
