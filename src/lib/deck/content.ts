import type { Topic } from '../levels/level.ts';
import type { Course } from '../lessons/course.ts';
import type { Needs } from '../lessons/needs.ts';
import type { WallText } from './wall-text';
import type { WordsToRead } from './words-to-read';

/** A chapter of the negotiation. */
export interface Act {
	slug: string;
	title: string;
	/** A shorter title, for where there is little room. */
	short: string;
	/** How long a speaker plans for all of its slides. */
	minutes: number;
}

/** A slide as the site knows it. */
export interface Slide {
	/** Position in the lesson or in the deck, from 1. */
	number: number;
	/** What it is called everywhere: of a lesson beside the first call, with that before it (`qualified`). */
	slug: string;
	/** Slug of its act. */
	act: string;
	title: string;
	/** The step that it explains, or null. */
	step: string | null;
	/** How many steps are performed when the slide is opened. */
	steps: number;
	/** Path of the file below the content folder. */
	file: string;
	/** What it says on a wall. */
	stage: WallText;
	words: WordsToRead;
	/** How many questions it asks. */
	asks: number;
}

/** A lesson: what is performed, and what explains it. */
export interface Lesson {
	slug: string;
	title: string;
	/** What the learner will see in it, in a sentence. */
	summary: string;
	/** How long it takes. */
	minutes: number;
	course: Course;
	/** Without what it is not performed, but shown as it was recorded. */
	needs: Needs;
	/** Where a recording of it is, below the base path; null where none comes with the site. */
	recording: string | null;
	acts: Act[];
	slides: Slide[];
}

/** A lesson as its own pages have it. */
export interface WalkedLesson extends Lesson {
	/** Which it is, from 1, of how many. */
	number: number;
	of: number;
	/** The lesson after it; null after the last. */
	following: { title: string; minutes: number; first: string } | null;
	talk: Pick<Deck, 'speaker' | 'contact' | 'questions'>;
}

/** What is said of a lesson where others are shown. */
export interface ShelfLesson extends Pick<Lesson, 'slug' | 'title' | 'summary' | 'minutes'> {
	/** The slug of its first slide. */
	first: string;
	/** The slugs of its slides. */
	slides: string[];
}

/** A talk: which slides are shown, and what is said of it as a whole. */
export interface Deck {
	/** By which an address asks for it: `?deck=ten-minutes`. */
	name: string;
	/** The lesson that it shows. */
	lesson: string;
	course: Course;
	/** Without what the lesson is not performed, but shown as it was recorded. */
	needs: Needs;
	/** Where a recording of the lesson is, below the base path; null where none comes with the site. */
	recording: string | null;
	title: string;
	/** Who gives the talk. */
	speaker: string | null;
	/** Where the speaker is reached: e-mail addresses and pages; none where the talk does not say. */
	contact: string[];
	/** ISO 8601: `2026-12-10`. */
	date: string | null;
	/** BCP 47: the language of its slides. */
	language: string;
	/** How long the talk is planned to be. */
	minutes: number;
	/** Whether its slides ask. */
	questions: boolean;
	/** The acts that are shown, each with the minutes that it is planned to take in this talk. */
	acts: Act[];
	/** The slides that are shown, in order, numbered within the deck. */
	slides: Slide[];
	/** The decks that are shown one after the other, in their order; of a talk that shows one lesson, this one alone. */
	talk: TalkPart[];
}

/** A deck as a part of a talk. */
export type TalkPart = Pick<Deck, 'name' | 'title' | 'minutes'>;

/** What is known of a talk before it is chosen. */
export type ListedDeck = Pick<Deck, 'name' | 'title' | 'lesson' | 'recording'>;

/** Everything that the content folder holds. */
export interface Content {
	/** In their order. */
	lessons: Lesson[];
	/** What a speaker says, by the slug of the slide. */
	notes: Record<string, string>;
	decks: Deck[];
	/** What is to be found and brought about, by topic. */
	topics: Topic[];
}
