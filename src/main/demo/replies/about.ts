/** What Aloud says of itself. Short first sentences, so that the sound starts early. */
export const HELLO = 'Hello! I am Aloud. What would you like to hear?';

export const ABOUT =
  'I am Aloud. I live in your tray. Press the hotkey, type a question, press Enter, and hear the answer. ' +
  'Right now you are hearing my built-in demo voice, which runs on this machine and needs no internet.';

export const HOW_TO_ADD_A_KEY =
  'To talk with OpenAI, add your API key. Open the tray menu, choose API key, paste it, and press Enter. ' +
  'You can create a key on the OpenAI platform, at platform dot openai dot com.';

export const ABILITIES =
  'Here is what I can do. I can tell you the time and the date. I can count, for example from three to twenty. ' +
  'I can do sums, like twelve times twelve. I can tell you a long story, or a joke, and repeat what you said. ' +
  'And if you type while I speak, I stop at once and answer anew. ' +
  'For everything else, add an OpenAI key in the tray menu, under API key.';

export const NO_WORDS =
  'I got your message, but there are no words in it that my built-in voice can read. Type a question in English, ' +
  'for example: what can you do?';

export const OTHER_LANGUAGE =
  'My built-in voice only speaks English, so I cannot read that aloud. ' +
  'With an OpenAI key I can answer in your language. Add one in the tray menu, under API key.';

export const NO_PICTURES = 'I cannot see pictures. Type your question instead.';
