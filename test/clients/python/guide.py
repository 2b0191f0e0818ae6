"""A typed prompt, a spoken answer: the official Python client against `npm run demo-server`.

The sound goes into WAV files instead of a loudspeaker. Where the package still has it, the beta client is run too.

    npm run demo-server -- --port 8787
    pip install "openai[realtime]"
    python test/clients/python/guide.py ws://127.0.0.1:8787/v1
"""

import asyncio
import base64
import sys
import wave
from typing import Any, Dict, Tuple

from openai import AsyncOpenAI

SAMPLE_RATE = 24_000
PROMPT = "Count to five"
ANSWER = "One, two, three, four, five."

GA: Dict[str, Any] = {
    "type": "realtime",
    "output_modalities": ["audio"],
    "audio": {"output": {"format": {"type": "audio/pcm", "rate": SAMPLE_RATE}, "voice": "marin"}},
}
BETA: Dict[str, Any] = {"modalities": ["text", "audio"], "output_audio_format": "pcm16"}


async def ask(realtime: Any, session: Dict[str, Any]) -> Tuple[bytes, str]:
    """One turn: the PCM of the answer, and its words."""
    sound = bytearray()
    words = ""
    async with realtime.connect(model="gpt-realtime") as connection:
        await connection.session.update(session=session)
        await connection.conversation.item.create(
            item={
                "type": "message",
                "role": "user",
                "content": [{"type": "input_text", "text": PROMPT}],
            }
        )
        await connection.response.create()
        async for event in connection:
            if event.type in ("response.output_audio.delta", "response.audio.delta"):
                sound += base64.b64decode(event.delta)
            elif event.type in ("response.output_audio_transcript.delta", "response.audio_transcript.delta"):
                words += event.delta
            elif event.type == "error":
                raise SystemExit(f"The server refused: {event.error.message}")
            elif event.type == "response.done":
                return bytes(sound), words
    raise SystemExit("The connection closed before the answer was complete.")


def save(name: str, sound: bytes) -> None:
    with wave.open(name, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE)
        file.writeframes(sound)


async def main(url: str) -> None:
    client = AsyncOpenAI(api_key="any", websocket_base_url=url)
    clients = [("ga", client.realtime, GA)]
    beta = getattr(client.beta, "realtime", None)
    if beta is not None:
        clients.append(("beta", beta, BETA))
    for name, realtime, session in clients:
        sound, words = await ask(realtime, session)
        seconds = len(sound) / 2 / SAMPLE_RATE
        save(f"answer-{name}.wav", sound)
        print(f"{name}: {seconds:.2f} s of sound in answer-{name}.wav, words: {words}")
        if words != ANSWER or seconds < 1:
            raise SystemExit(f"{name}: this is not the answer.")


if len(sys.argv) != 2:
    raise SystemExit("Usage: guide.py ws://127.0.0.1:PORT/v1")
asyncio.run(main(sys.argv[1]))
