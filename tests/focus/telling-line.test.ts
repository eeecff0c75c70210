import { expect, it } from 'vitest';
import { tellingLine } from '../../src/lib/ui/panel/telling-line';

it('is the line that asks something of the connection', () => {
	expect(
		tellingLine(
			'const { candidate } = await jane.receive();\nawait jane.pc.addIceCandidate(candidate);'
		)
	).toBe('await jane.pc.addIceCandidate(candidate);');
});

it('is the first line of code where none does', () => {
	expect(tellingLine('// Jane only receives.\njane.stream = new MediaStream();')).toBe(
		'jane.stream = new MediaStream();'
	);
	expect(tellingLine('')).toBe('');
});

it('is what is asked of the connection, where it is spoken of before', () => {
	expect(
		tellingLine(
			'john.pc.onicegatheringstatechange = () => {\n  done();\n};\nawait john.pc.setLocalDescription();'
		)
	).toBe('await john.pc.setLocalDescription();');
});
