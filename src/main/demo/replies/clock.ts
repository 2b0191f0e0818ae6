/** The time or the date in a sentence, in the machine's time zone; null if `prompt` asks for neither. */
export function answerClock(prompt: string, now: Date): string | null {
  const text = prompt.toLowerCase();
  const time =
    /\bwhat(?:'s| is)? (?:the |is the )?(?:current )?time\b|\btime is it\b|\btell me the time\b|\bthe time\b|\bo'?clock\b/;
  const date =
    /\b(?:today'?s|the|current) date\b|\bwhat day\b|\bwhat(?:'s| is) today\b|\bdate (?:is it|today)\b|\bwhich day\b|\bwhat (?:year|month)\b|\bday of the week\b/;
  const asksTime = time.test(text);
  const asksDate = date.test(text);
  if (asksTime && asksDate) return `${sayTime(now)} ${sayDate(now)}`;
  if (asksTime) return sayTime(now);
  return asksDate ? sayDate(now) : null;
}

function sayTime(now: Date): string {
  // Intl separates the day period by a narrow no-break space, which no voice needs.
  const time = now.toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' }).replace(/\s/gu, ' ');
  return `It is ${time}.`;
}

function sayDate(now: Date): string {
  const weekday = now.toLocaleDateString('en-US', { weekday: 'long' });
  const month = now.toLocaleDateString('en-US', { month: 'long' });
  return `Today is ${weekday}, ${month} ${ordinal(now.getDate())}, ${now.getFullYear()}.`;
}

function ordinal(day: number): string {
  const teen = day % 100 >= 11 && day % 100 <= 13;
  const ending = teen ? 'th' : (({ 1: 'st', 2: 'nd', 3: 'rd' } as Record<number, string>)[day % 10] ?? 'th');
  return `${day}${ending}`;
}
