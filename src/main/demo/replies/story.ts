/** About two minutes of speech, long enough to be interrupted at any point. */
export const LONG_STORY = `Here is a long story. Stop me whenever you like.

There was once a lighthouse at the end of a long grey pier, and in it lived a keeper named Marta, who had not spoken to anyone for eleven days. She did not mind. The lamp had to be wound every four hours, the glass had to be polished before dusk, and the gulls talked enough for all of them.

On the twelfth day a small boat came in with the fog. It had no sail and no oars, and nobody sat in it. There was only a wooden box, and on the box, in careful letters, somebody had painted one word: listen.

Marta carried the box up the ninety-nine steps and set it on the table beside the stove. She put her ear against the lid. At first she heard nothing but her own heart. Then, very softly, she heard rain, although the sky outside was clear. A little later she heard a market, with people calling the prices of apples and fish, and a child who laughed at a dog.

She sat there until the lamp began to fail, for she had forgotten to wind it. She jumped up, ran to the crank, and turned it as fast as she could. Far out on the water a horn answered, once, twice, three times. A ship had been looking for the light, and had nearly lost it.

In the morning the captain of that ship climbed the stairs to thank her. He was an old man with salt in his beard, and he stopped at the door when he saw the box. My grandmother made those, he said. She put one sound into each, for people who live alone. But this one seems to hold a whole town.

Which town is it? asked Marta. It was the first thing she had said in twelve days, and her voice was as rough as a rope.

The captain bent down and listened for a long time. Then he smiled. It is this one, he said. It is the village behind your own hill. You can walk there in an hour.

So Marta wound the lamp, put on her good coat, and walked over the hill. There was the market, and there were the apples and the fish. There was the child with the dog. And when she told them who she was, they all began to talk at once, because they had wondered for years who kept the light, and whether she would ever come down to say hello.

She came every Sunday after that. The box stayed on the table beside the stove, and she never opened it. Some things, she used to say, are better heard than seen.

And that is the end of the story.`;

const JOKES = [
  'Why did the computer go to the doctor? Because it had a virus, and it would not stop sneezing bytes.',
  'I told my microphone a secret. Now everyone has heard it.',
  'Why are clocks never lonely? They always have second hands.',
] as const;

/** A joke; a different one for each of three numbers in a row. */
export function joke(turn: number): string {
  return JOKES[Math.abs(turn) % JOKES.length] ?? JOKES[0];
}
