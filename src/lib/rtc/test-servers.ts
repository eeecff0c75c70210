import { judge } from '../servers/judge';
import type { Judged } from '../servers/judged';
import { judgeMapping, mappingUrls } from '../servers/mapping';
import { asGiven, type IceServer } from '../servers/ice-server';
import { gather, gatherScope } from './gather';

/** One question, and what came of it. */
export interface Tested {
	/** A URL; null for what several of them tell together. */
	readonly url: string | null;
	/** null while it is waited for. */
	readonly judged: Judged | null;
}

/** So many connections at once: each waits for a server of its own. */
const AT_ONCE = 8;

/**
 * Asks each URL of each server alone, and then those that answered over UDP together, from one socket. Nothing else
 * is asked. Never throws.
 *
 * @param told all questions, again whenever one was answered
 * @param signal ends what is under way
 */
export async function testServers(
	servers: readonly IceServer[],
	told: (tested: readonly Tested[]) => void,
	signal?: AbortSignal,
	scope = gatherScope()
): Promise<readonly Judged[]> {
	const questions = servers.flatMap((server) =>
		server.urls.map((url) => ({ url, server: asGiven({ ...server, urls: [url] }) }))
	);
	const found: (Judged | null)[] = questions.map(() => null);
	const tell = (more: readonly Tested[] = []) =>
		told([...questions.map(({ url }, at) => ({ url, judged: found[at]! })), ...more]);
	tell();
	const left = questions.entries();
	const ask = async () => {
		for (const [at, { url, server }] of left) {
			found[at] = judge(await gather(url, { iceServers: [server] }, signal, scope));
			tell();
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, ask));
	const answers = found.flatMap((one) => one ?? []);
	const answering = questions.flatMap(({ url }, at) => (found[at]?.status === 'good' ? [url] : []));
	const urls = mappingUrls(answering);
	if (urls.length < 2 || signal?.aborted) return answers;
	tell([{ url: null, judged: null }]);
	// Each of them has to answer: what comes first does not end it.
	const patient = { ...scope, afterwards: scope.patience };
	const together = await gather(urls.join(' '), { iceServers: [{ urls }] }, signal, patient);
	const mapping = judgeMapping(together, urls);
	tell([{ url: null, judged: mapping }]);
	return [...answers, mapping];
}
