import { outline as slides } from 'virtual:outline';
import type { Slide } from './content';

/** The slides in their order, with as little of each as a page needs that does not show them. */
export type Outline = readonly Pick<Slide, 'slug' | 'act' | 'title'>[];

export const outline: Outline = slides;
