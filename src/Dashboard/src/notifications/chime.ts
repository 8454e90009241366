const notes = [880, 660];
const length = 0.18;

/** Two short notes, made here: nothing is fetched. A browser that was not clicked yet stays silent, which the page cannot change. */
export function chime() {
  const context = new AudioContext();
  notes.forEach((pitch, index) => {
    const begin = context.currentTime + index * length;
    const voice = context.createOscillator();
    const volume = context.createGain();
    voice.frequency.value = pitch;
    volume.gain.setValueAtTime(0.12, begin);
    volume.gain.exponentialRampToValueAtTime(0.001, begin + length);
    voice.connect(volume).connect(context.destination);
    voice.start(begin);
    voice.stop(begin + length);
    if (index === notes.length - 1) voice.onended = () => void context.close();
  });
}
