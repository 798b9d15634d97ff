import type { FaultsWords } from '../areas.ts'
import { number } from './speech.ts'

export const failures: FaultsWords['failures'] = {
  unreadable: (name) => `Nie udało się odczytać „${name}”.`,
  atMostFiles: (most) => `Przesyłka mieści ich najwyżej ${number(most)}.`,

  byCode: {
    'file-unreadable': {
      what: 'Nie udało się odczytać pliku.',
      why: 'Po wybraniu został zmieniony, przeniesiony lub usunięty albo ta przeglądarka nie może go odczytać.',
      todo: 'Wybierz pliki jeszcze raz.',
    },
    'share-unreadable': {
      what: 'Nie można otworzyć tej przesyłki.',
      why: '',
      todo: 'Poproś nadawcę o nowy link.',
    },
    'too-many-files': {
      what: 'To za dużo plików na jedną przesyłkę.',
      why: '',
      todo: 'Udostępnij je w częściach albo najpierw spakuj do archiwum.',
    },
    'seal-damaged': {
      what: 'Nie można otworzyć tej przesyłki.',
      why: 'Klucz w jej linku nie pasuje albo zapieczętowana treść jest uszkodzona.',
      todo: 'Skopiuj cały link jeszcze raz albo poproś nadawcę o nowy.',
    },
    'manifest-impossible': {
      what: 'Nie można otworzyć tej przesyłki.',
      why: 'To, co mówi o swoich plikach, jest niemożliwe: powstała w wadliwym programie albo w złych zamiarach.',
      todo: 'Poproś nadawcę o ponowne udostępnienie plików.',
    },
    'seal-expired': {
      what: 'Ta przesyłka dobiegła końca.',
      why: 'Wszystko, co ta strona z niej miała, zostało usunięte.',
      todo: 'Poproś nadawcę, żeby wysłał ją jeszcze raz.',
    },
    'seal-newer': {
      what: 'Nie można tu otworzyć tej przesyłki.',
      why: 'Zapieczętowano ją nowszą wersją tego programu.',
      todo: 'Wczytaj stronę na nowo albo otwórz link w witrynie, z której pochodzi.',
    },
    'too-large-to-seal': {
      what: 'Tych plików nie można zapieczętować.',
      why: 'Razem są za duże.',
      todo: 'Udostępnij je w częściach.',
    },
    'files-changed': {
      what: 'Ta przesyłka nie może dalej wysyłać.',
      why: 'Jeden z jej plików został zmieniony, przeniesiony lub usunięty, a wysyłać trzeba dokładnie to, co udostępniono.',
      todo: 'Przywróć plik i spróbuj ponownie albo udostępnij pliki na nowo.',
    },
    'disk-full': {
      what: 'Zabrakło miejsca.',
      why: 'Dysk albo jego część, którą ta przeglądarka daje witrynom, jest pełny. To, co dotarło, zostaje.',
      todo: 'Usuń inne przesyłki lub zwolnij miejsce na dysku i spróbuj ponownie.',
    },
    'no-disk': {
      what: 'Ta przesyłka jest za duża dla tej przeglądarki.',
      why: 'Przeglądarka nie daje stronie miejsca na dysku, jak w oknach prywatnych, a w pamięci tyle się nie zmieści.',
      todo: 'Otwórz link w zwykłym oknie albo w innej przeglądarce.',
    },
    'store-in-use': {
      what: 'Ta przesyłka jest otwarta w innej karcie.',
      why: 'Dwie karty nie mogą zapisywać tych samych plików.',
      todo: 'Kontynuuj w tamtej karcie albo zamknij ją i spróbuj ponownie tutaj.',
    },
    'files-damaged': {
      what: 'Ta przesyłka nie może dalej wysyłać.',
      why: 'Jeden z jej plików nie jest już tym, co udostępniono, a wysyłać trzeba dokładnie to.',
      todo: 'Przywróć plik do poprzedniej postaci i spróbuj ponownie albo udostępnij pliki na nowo.',
    },
    'store-broken': {
      what: 'Przeglądarka nie mogła zachować lub odczytać danych tej przesyłki.',
      why: 'Jej pamięć zgłosiła błąd. To, co dotarło, może wciąż tam być.',
      todo: 'Spróbuj ponownie; jeśli to nie pomoże, wczytaj stronę na nowo.',
    },
    unexpected: {
      what: 'Coś poszło nie tak na tej stronie.',
      why: '',
      todo: 'Spróbuj ponownie. To, co dotarło, zostaje.',
    },
  },
}
