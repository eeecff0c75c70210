import { lost } from './on-the-wire';
import { RecordedCall, unlike, type MadeCall } from './recorded-call';

const works = (call: RecordedCall) => call.untilItWorks();

/** Calls in which nothing is wrong, each made in another way. */
export const WORKING: readonly MadeCall[] = [
	{ name: 'nothing is broken', run: unlike({}, works) },
	{
		name: 'there is sound alone',
		async run() {
			const call = new RecordedCall();
			for (const side of call.sides) side.kinds = ['audio'];
			return (await call.connect()).untilItWorks(['audio']);
		}
	},
	{
		name: 'there are data alone',
		async run() {
			const call = new RecordedCall();
			for (const side of call.sides) side.kinds = [];
			call.john.pc.createDataChannel('chat');
			return (await call.connect()).untilItWorks([]);
		}
	},
	{
		name: 'John only receives',
		async run() {
			const call = new RecordedCall();
			for (const kind of ['audio', 'video']) {
				call.john.pc.addTransceiver(kind, { direction: 'recvonly' });
			}
			await call.john.offer();
			return call.untilItWorks(['audio', 'video'], [call.john]);
		}
	},
	{
		name: 'both hang up',
		isForgotten: true,
		run: unlike({}, async (call) => {
			await call.untilItWorks();
			const told = call.john.send({ bye: true });
			call.john.pc.close();
			await told;
		})
	},
	{
		name: 'pictures are added later',
		async run() {
			const call = new RecordedCall();
			for (const side of call.sides) side.kinds = ['audio'];
			await (await call.connect()).untilItWorks(['audio']);
			for (const side of call.sides) side.addTracks(['video']);
			await call.john.offer();
			return call.untilItWorks();
		}
	},
	{
		name: 'ICE is restarted',
		run: unlike({}, async (call) => {
			await call.untilItWorks();
			call.john.pc.restartIce();
			await call.john.offer();
			await call.samples(2);
			await call.untilItWorks();
		})
	},
	{
		name: 'the candidates of John are lost',
		run: unlike({ onWire: lost((one, from) => 'candidate' in one && from === 'john') }, works)
	}
];
