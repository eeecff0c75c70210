/* What holds a call against a level: it comes with what runs the call. */
export { GOALS } from '$lib/levels/goals';
export { judge } from '$lib/levels/pointing';
