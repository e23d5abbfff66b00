export type VoiceFacts = { lang: string; localService: boolean; default: boolean }

/**
 * The voice of a device that reads a language, or null: another language's voice would only make noise of the text. The
 * same region first ("en-GB"), then voices of the device itself, which go on without a network, then its default.
 */
export function chooseVoice<V extends VoiceFacts>(voices: readonly V[], language: string): V | null {
  const wanted = tagOf(language)
  const primary = wanted.split("-")[0]
  const fits = voices.filter(({ lang }) => tagOf(lang).split("-")[0] === primary)
  const rank = (voice: V) =>
    Number(tagOf(voice.lang) === wanted) * 4 + Number(voice.localService) * 2 + Number(voice.default)
  return fits.reduce<V | null>((best, one) => (best === null || rank(one) > rank(best) ? one : best), null)
}

/** Android writes "en_GB". */
const tagOf = (language: string): string => language.toLowerCase().replaceAll("_", "-")
