import type { Component } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';
import type { Slide } from '$lib/deck';
import { textLoaderOf } from '$lib/deck/lesson-loads';
import type { StepCode } from '$lib/deck/code';
import type { SlidesData } from '$lib/deck/slide-data';
import { idle } from './idle';
import { patiently } from './patiently';

/** One slide, whole. */
export interface WholeSlide {
	slug: string;
	Text: Component;
	code: readonly StepCode[];
	program: string | null;
}

/** How many texts are fetched at a time that nobody waits for. */
const AT_A_TIME = 2;

/** What is fetched for all slides at once. */
const DATA = Symbol('data of all slides');

/**
 * The texts of all slides, and the code beside them: one is there with the page, the others are fetched
 * before they are asked for, the nearest first. What cannot be had comes when the network is back.
 */
export class SlideTexts {
	readonly #slides: readonly Slide[];
	readonly #opened: WholeSlide;
	readonly #dataFile: string;
	#texts: Readonly<Record<string, Component>> = $state.raw({});
	#data: SlidesData | null = $state.raw(null);
	readonly #waiting = new SvelteSet<string | symbol>();
	/** What was asked for, by its name. */
	readonly #asked: Record<string | symbol, true> = {};
	readonly #end = new AbortController();

	/** @param dataFile where the data of all slides is */
	constructor(slides: readonly Slide[], opened: WholeSlide, dataFile: string) {
		this.#slides = slides;
		this.#opened = opened;
		this.#dataFile = dataFile;
		this.#texts = { [opened.slug]: opened.Text };
		this.#asked[opened.slug] = true;
	}

	/** The text of a slide; null while it is not there. */
	textOf(slug: string): Component | null {
		return this.#texts[slug] ?? null;
	}

	/** The code of a slide's step; null while it is not there, empty for a slide without a step. */
	codeOf({ slug, step }: Pick<Slide, 'slug' | 'step'>): readonly StepCode[] | null {
		if (step === null) return [];
		return slug === this.#opened.slug ? this.#opened.code : (this.#data?.codes[slug] ?? null);
	}

	/** The whole program, as HTML; null while it is not there. */
	get program(): string | null {
		return this.#opened.program ?? this.#data?.program ?? null;
	}

	/** Whether something of a slide could not be fetched, and is waited for. */
	isWaitingFor({ slug, step }: Pick<Slide, 'slug' | 'step'>): boolean {
		const lacksCode = this.codeOf({ slug, step }) === null;
		return this.#waiting.has(slug) || (lacksCode && this.#waiting.has(DATA));
	}

	/** Fetches a slide and its neighbours now. */
	want(slug: string): void {
		const slides = this.#slides;
		const at = slides.findIndex((slide) => slide.slug === slug);
		void this.#fetch(slides[at]);
		void this.#fetchData();
		void this.#fetch(slides[at + 1]);
		void this.#fetch(slides[at - 1]);
	}

	/** Fetches the others, while the browser has nothing else to do. */
	async fetchRest(): Promise<void> {
		// A slide that is gone to asks for nothing: not for the face of a word that it stresses, either.
		void document.fonts.load('italic 1em "Source Serif 4 Variable"').catch(() => undefined);
		const rest = this.#slides.values();
		const one = async () => {
			for (const slide of rest) {
				await idle();
				if (this.#end.signal.aborted) return;
				await this.#fetch(slide);
			}
		};
		await Promise.all(Array.from({ length: AT_A_TIME }, one));
	}

	/** Nothing is fetched any more. */
	end(): void {
		this.#end.abort();
	}

	async #fetch(slide: Slide | undefined): Promise<void> {
		if (!slide) return;
		const Text = await this.#once(slide.slug, textLoaderOf(slide.slug));
		if (Text) this.#texts = { ...this.#texts, [slide.slug]: Text };
	}

	async #fetchData(): Promise<void> {
		const data = await this.#once(DATA, async () => {
			const response = await fetch(this.#dataFile);
			if (!response.ok) throw new Error(`The server said ${response.status}`);
			return (await response.json()) as SlidesData;
		});
		if (data) this.#data = data;
	}

	/** undefined for what is asked for already, or not wanted any more. */
	async #once<T>(name: string | symbol, load: () => Promise<T>): Promise<T | undefined> {
		if (this.#asked[name]) return undefined;
		this.#asked[name] = true;
		try {
			return await patiently(load, {
				first: 500,
				longest: 15_000,
				signal: this.#end.signal,
				waits: () => void this.#waiting.add(name)
			});
		} catch {
			return undefined;
		} finally {
			this.#waiting.delete(name);
		}
	}
}
