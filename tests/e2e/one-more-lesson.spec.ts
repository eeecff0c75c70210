import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { build, copyOfSite } from '../tools/copy-of-site';
import { faultsOf, isLater } from './browsers';
import { expectMomentOf, refused, type Lesson } from './lessons';
import { next, ready, stepsPerformed } from './walk';

/** A lesson of two steps: what is in its own folders, and nothing else. */
const FILES = {
	'content/99-mute/lesson.yaml': `title: Silence
summary: John sends nothing that can be heard.
minutes: 1
begins: call/john-adds-tracks
`,
	'content/99-mute/01-only/act.yaml': 'title: Silence\nshort: Silence\nminutes: 1\n',
	'content/99-mute/01-only/01-why.md': '---\ntitle: Why\n---\n\nNobody wants to hear all of it.\n',
	'content/99-mute/01-only/02-john-mutes.md':
		'---\ntitle: John mutes himself\nstep: john-mutes\n---\n\nOne attribute.\n',
	'content/99-mute/01-only/03-john-hangs-up.md':
		'---\ntitle: John leaves\nstep: john-hangs-up\n---\n\nThat is all.\n',
	'src/lib/steps/mute/john-mutes.ts': `import type { Step } from '../step';

export const johnMutes: Step = {
	id: 'john-mutes',
	needs: 'stable',
	john({ john }) {
		for (const track of john.stream.getAudioTracks()) track.enabled = false;
	}
};
`,
	'src/lib/steps/mute/john-hangs-up.ts': `import type { Step } from '../step';

export const johnHangsUp: Step = {
	id: 'john-hangs-up',
	ends: true,
	john({ john }) {
		john.pc.close();
	}
};
`,
	'src/lib/steps/mute/index.ts': `import type { Step } from '../step';
import { johnHangsUp } from './john-hangs-up';
import { johnMutes } from './john-mutes';

export const steps: readonly Step[] = [johnMutes, johnHangsUp];
`
};

const BEFORE = ['john-creates-peer-connection', 'john-gets-media', 'john-adds-tracks'];
const STEPS = [...BEFORE, 'mute/john-mutes', 'mute/john-hangs-up'];
const MUTE: Lesson = {
	slug: 'mute',
	title: 'Silence',
	steps: STEPS,
	begins: BEFORE.length,
	slides: 3,
	asks: false,
	moments: [
		{ slug: 'mute/why', title: 'Why', kind: 'only', number: 1, steps: 3 },
		{ slug: 'mute/john-mutes', title: 'John mutes himself', kind: 'before', number: 2, steps: 3 },
		{ slug: 'mute/john-mutes', title: 'John mutes himself', kind: 'after', number: 2, steps: 4 },
		{ slug: 'mute/john-hangs-up', title: 'John leaves', kind: 'before', number: 3, steps: 4 },
		{ slug: 'mute/john-hangs-up', title: 'John leaves', kind: 'after', number: 3, steps: 5 }
	]
};

const PORT = Number(process.env.PORT ?? 4173) + 1;
let folder: string;
let server: ChildProcess;

test.describe('a lesson of two steps, in its own folders alone,', () => {
	test.beforeAll(async ({ browserName }) => {
		test.skip(isLater(browserName), 'a site is built for it');
		test.setTimeout(240_000);
		folder = copyOfSite(mkdtempSync(join(tmpdir(), 'parley-lesson-')));
		for (const [path, text] of Object.entries(FILES)) {
			mkdirSync(dirname(join(folder, path)), { recursive: true });
			writeFileSync(join(folder, path), text);
		}
		const { code, output } = await build(folder);
		expect(code, output).toBe(0);
		server = spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'preview'], {
			cwd: folder,
			env: { ...process.env, PORT: String(PORT), BASE_PATH: '' },
			stdio: 'ignore'
		});
		const answers = () =>
			fetch(`http://localhost:${PORT}/`).then(
				({ ok }) => ok,
				() => false
			);
		await expect.poll(answers).toBe(true);
	});

	test.afterAll(() => {
		server?.kill();
		if (folder) rmSync(folder, { recursive: true, force: true });
	});

	test('is built, stands on the shelf, walks to its end, and has its program @long', async ({
		page
	}) => {
		const faults = faultsOf(page);
		await page.goto(`http://localhost:${PORT}/walk/what-is-webrtc`);
		// Until it is alive, a link leads to another document, in the middle of what is asked of this one.
		await ready(page);
		await page.getByRole('button', { name: 'Contents' }).click();
		await page.getByRole('link', { name: /^Silence 0 of 3 read · 1 min$/ }).click();
		for (const [index, moment] of MUTE.moments.entries()) {
			if (index > 0) await next(page).click();
			await expectMomentOf(page, MUTE, moment);
			expect(await stepsPerformed(page)).toEqual(STEPS.slice(0, moment.steps));
		}
		expect(await refused(page)).toEqual([]);
		await page.goto(`http://localhost:${PORT}/program/mute.html?run`);
		await expect(page.getByRole('heading')).toHaveText('Silence');
		await expect(page.locator('#lesson li')).toHaveText(['John mutes himself']);
		await expect(page.locator('#ahead')).toHaveText('John leaves');
		expect(faults).toEqual([]);
	});
});
