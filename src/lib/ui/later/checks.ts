/* What reads the answers to the questions of slides from a call: wanted once somebody has answered one. */
export { CHECKS } from '$lib/predict';
