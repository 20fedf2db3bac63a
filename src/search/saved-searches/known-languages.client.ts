/** The languages of the visitor's answers to the fit check. */
import { fitStore, profileFromAnswers } from '@/device/storage/fit/fit-store';
import { readStore } from '@/device/storage/storage.client';
import type { KnownLanguages } from '@/model/language-needs';

export const knownLanguages = (): KnownLanguages => profileFromAnswers(readStore(fitStore)).languages;
