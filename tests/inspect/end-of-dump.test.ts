import { describe, expect, it } from 'vitest';
import { answerOf, offerOf } from '../diagnose/made-call';
import { findingsOf, headOf } from './concluded';
import { cameAbout, internalsDump, offered, timeOf, type Logged } from './made-dump';
import { growing } from './made-statistics';

const first = async (log: readonly Logged[], madeAt: number) =>
	(await findingsOf(internalsDump([{ log }], { timestamp: timeOf(madeAt) })))[0];
const open = offered().slice(0, 4);

describe('when a dump was made', () => {
	it('tells how long nothing came, though its log says nothing of that', async () => {
		expect(await first(open, 20)).toMatchObject({ id: 'negotiation.never-answered' });
		expect((await first(open, 20))?.claim).toContain('no answer came in 20 s');
		expect(await first(offered({ others: [] }), 20)).toMatchObject({
			id: 'ice.none-received',
			severity: 'breaks the call'
		});
	});

	it('tells that it is too early', async () => {
		expect(await first(open, 2)).toBeUndefined();
		expect(await first(offered(), 2)).toBeUndefined();
	});

	it('is known from its statistics, where it does not say so', async () => {
		const text = internalsDump([
			{ log: open },
			{ log: cameAbout(), statistics: growing, asked: [1, 20] }
		]);
		const head = await headOf(text);
		expect(head.kind === 'dump' && head.conclusions[0]?.findings[0]?.id).toBe(
			'negotiation.never-answered'
		);
	});
});

describe('what was left out', () => {
	it('is that nothing was added before the offer', async () => {
		const bare = (type: string) => ({ type, sdp: offerOf().sdp.replace(/^m=[^]*$/m, '') });
		const log = offered({ offer: bare('offer'), answer: bare('answer'), own: [], others: [] });
		expect(await first(log, 20)).toMatchObject({ id: 'sdp.no-sections' });
	});

	it('is that the answer that was made was never set', async () => {
		const log: Logged[] = [
			[0, 'setRemoteDescription', offerOf()],
			[0.01, 'onsignalingstatechange', '"have-remote-offer"'],
			[0.02, 'setRemoteDescriptionOnSuccess'],
			[0.03, 'createAnswer', {}],
			[0.04, 'createAnswerOnSuccess', answerOf()]
		];
		const found = await first(log, 20);
		expect(found?.id).toBe('negotiation.never-answered');
		expect(found?.claim).toContain('made an answer of it, which was never set');
		expect((await first(log.slice(0, 3), 20))?.claim).toContain('did not answer it in 20 s');
	});
});
