import { firstSlidePage } from '$lib/deck/first-slide-page';

export const prerender = true;

export const GET = () => firstSlidePage('stage');
