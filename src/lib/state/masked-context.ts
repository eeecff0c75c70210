import type { WalkContext } from '$lib/call/walk-types';
import type { SessionView } from '$lib/trace';

/**
 * The context of a walk as a masked screen may show it. A browser that refuses a step quotes what it was
 * given, and the trace, which is masked, has its words as well.
 *
 * @param head the masked view of the whole trace, where it is needed
 */
export function maskedContext(context: WalkContext, head: () => SessionView): WalkContext {
	const { error } = context;
	if (error === null) return context;
	const failed = head().steps.findLast(
		({ id, status }) => id === error.step && status === 'failed'
	);
	const message = failed?.error?.message ?? '';
	return { ...context, error: { ...error, error: { ...error.error, message } } };
}
