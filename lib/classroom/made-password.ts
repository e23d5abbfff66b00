/** Random bytes a made password takes. */
export const MADE_PASSWORD_BYTES = 6

/**
 * Four short words and a two-digit number, "otter-maple-drum-cloud-47": 32 bits of words and 6 of number, easy to read
 * off a slip and to type. Guessing is limited by account, and it is changed at the first sign-in.
 */
export function makePassword(random: Uint8Array): string {
  if (random.length !== MADE_PASSWORD_BYTES)
    throw new RangeError(`a password takes ${MADE_PASSWORD_BYTES} bytes`)
  const [a = 0, b = 0, c = 0, d = 0, number = 0] = random
  return [WORDS[a], WORDS[b], WORDS[c], WORDS[d], 20 + (number % 64)].join("-")
}

/** 256 words of three to six letters that a child can spell and nobody minds. */
export const WORDS: readonly string[] = (
  "acorn actor alarm album alley amber angle ankle apple apron arch arrow aspen atlas attic autumn " +
  "badge bagel baker bamboo banjo barn basil basket beach beak bean bell bench berry bike birch " +
  "bison blanket bloom boat bonus book boot border bottle bowl branch bread brick bridge broom brush " +
  "bucket bugle butter button cabin cable cactus camel canal candle canoe canyon carpet carrot castle cedar " +
  "cello chalk cherry chess circle clay cliff clock cloud clover coast coffee comet copper coral corner " +
  "cotton cradle crane crayon cricket crown cube curtain daisy dance dawn delta desk dolphin donkey door " +
  "dragon drum duck dune eagle earth easel echo elbow elm ember engine fabric falcon farm feather " +
  "fern ferry field fig finch flag flame flute forest fossil fox frame frost galaxy garden garlic " +
  "gate geyser ginger glacier globe glove grape grass guitar hammer harbor harp hazel hedge hill hinge " +
  "honey hook horn iris island ivory ivy jacket jar jasmine jelly jewel jigsaw jungle kayak kettle " +
  "kite kiwi ladder lagoon lake lamp lantern laurel lava leaf lemon lentil letter lily linen lion " +
  "llama lobster locket lotus magnet mango maple marble market meadow melon mint mirror mitten moon moss " +
  "mosaic motor nectar needle nest nickel north notebook nutmeg oak oasis oat ocean olive onion opal " +
  "orbit orchid otter oven owl paddle palm panda paper parrot peach pear pebble pencil pepper piano " +
  "pillow pine planet plum pocket pond poppy prism puzzle quartz quilt rabbit radio raft rain raven " +
  "ribbon river robin rocket saddle sail salmon sand shell silver spoon tulip turtle velvet violin willow"
).split(" ")
