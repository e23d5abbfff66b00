// Words every reader of school age can say, none of them about people: no size, sex, skill, mood or skin.
const ADJECTIVES =
  "Amber Autumn Birch Blue Bright Cedar Clay Cliff Cloud Coast Copper Coral Dawn Desert Dune Dusk Early East Ember Evening Fern Field Forest Frost Garden Golden Granite Green Harbour Hazel Heath Hill Indigo Island Ivory Ivy Jade Lake Lantern Maple Marble Marsh Meadow Mist Moon Morning Moss Mountain North Oak Ocean Olive Opal Orchard Pearl Pebble Pine Plain Prairie Quartz Rain Red Reed River Rowan Ruby Rust Saffron Sage Sand Scarlet Sea Shore Silver Sky Slate Snow South Spring Spruce Star Stone Storm Summer Sun Teal Thistle Thyme Tide Valley Velvet Violet West Willow Wind Winter Wood".split(
    " ",
  )
const ANIMALS =
  "Albatross Badger Bee Bittern Bunting Buzzard Caracal Chamois Cormorant Crane Cricket Curlew Deer Dipper Dolphin Dove Duck Eagle Egret Eider Elk Falcon Finch Firefly Fox Gazelle Gecko Goldfinch Goshawk Grebe Gull Hare Harrier Hawk Hedgehog Heron Hoopoe Ibex Ibis Jackdaw Jay Kestrel Kingfisher Kite Koel Lapwing Lark Linnet Lynx Magpie Mallard Marmot Marten Martin Merlin Moorhen Moth Nightjar Nuthatch Oriole Osprey Otter Owl Oyster Partridge Pelican Peregrine Petrel Pipit Plover Puffin Quail Rail Raven Robin Sandpiper Seal Shrike Siskin Skylark Snipe Sparrow Squirrel Starling Stoat Stork Swallow Swan Swift Tern Thrush Tortoise Turtle Vole Wagtail Warbler Waxwing Wren".split(
    " ",
  )

/** How many names there are. */
export const ALIAS_COUNT = ADJECTIVES.length * ANIMALS.length

const aliasAt = (index: number): string =>
  `${ADJECTIVES[Math.floor(index / ANIMALS.length)]} ${ANIMALS[index % ANIMALS.length]}`

/**
 * The names that may not be given at a prompt: all of the assignment, so that nobody takes two people at two prompts for
 * one, or those of this prompt where a great class at many prompts has used them up. Whose they are has no part in it.
 */
export function takenNames(
  given: readonly { promptId: string; name: string }[],
  promptId: string,
): ReadonlySet<string> {
  const all = new Set(given.map(({ name }) => name))
  if (all.size < ALIAS_COUNT) return all
  return new Set(given.filter((one) => one.promptId === promptId).map(({ name }) => name))
}

/**
 * A pseudonym nobody else has, such as "Blue Heron". `random` gives numbers in [0, 1).
 * Chosen by chance alone, so that a name tells nothing of who bears it. Throws when all names are taken.
 */
export function chooseAlias(taken: ReadonlySet<string>, random: () => number): string {
  const start = Math.min(ALIAS_COUNT - 1, Math.floor(random() * ALIAS_COUNT))
  for (let step = 0; step < ALIAS_COUNT; step += 1) {
    // A stride that shares no divisor with the count visits every name, and neighbours are not alike.
    const name = aliasAt((start + step * STRIDE) % ALIAS_COUNT)
    if (!taken.has(name)) return name
  }
  throw new Error("every pseudonym is taken")
}

const STRIDE = 7919
