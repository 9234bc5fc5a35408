// Measures CLD2 on labelled texts, as LanguageEvaluation measures ours: text, tab, language a line; tags compare by primary subtag.
// The header of Debian's package needs cstdio before it.
#include <cstdio>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <ctime>
#include <fstream>
#include <map>
#include <string>
#include <utility>
#include <vector>

static std::string Primary(const std::string& tag) {
    std::string primary = tag.substr(0, tag.find('-'));
    if (primary == "iw") return "he";
    if (primary == "no") return "nb";
    if (primary == "fil") return "tl";
    if (primary == "jw") return "jv";
    return primary;
}

static std::string Detect(const std::string& text) {
    bool reliable;
    CLD2::Language top[3];
    int percent[3];
    double score[3];
    int bytes;
    // BestEffort: an answer for short texts too, as ours gives one.
    CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    CLD2::Language language = CLD2::ExtDetectLanguageSummary(
        text.data(), static_cast<int>(text.size()), true, &hints, CLD2::kCLDFlagBestEffort, top, percent, score, nullptr, &bytes, &reliable);
    return Primary(CLD2::LanguageCode(language));
}

int main(int argc, char** argv) {
    for (int i = 1; i < argc; i++) {
        std::ifstream file(argv[i]);
        std::vector<std::pair<std::string, std::string>> items;
        std::map<std::string, std::pair<int, int>> by_language;
        for (std::string line; std::getline(file, line);) {
            size_t tab = line.rfind('\t');
            if (tab != std::string::npos) items.emplace_back(line.substr(0, tab), Primary(line.substr(tab + 1)));
        }
        for (const auto& item : items) {
            auto& tally = by_language[item.second];
            tally.first += Detect(item.first) == item.second;
            tally.second++;
        }
        double macro = 0, known = 0;
        int answered = 0;
        for (const auto& [language, tally] : by_language) {
            double accuracy = static_cast<double>(tally.first) / tally.second;
            macro += accuracy;
            // A language with no right answer at all is one CLD2 does not have.
            if (tally.first > 0) known += accuracy, answered++;
        }
        // Processor time, as ours: a busy machine must not look like a slow detector.
        std::clock_t start = std::clock();
        double seconds = 0;
        long texts = 0;
        while (seconds < 1) {
            for (const auto& item : items) Detect(item.first);
            texts += static_cast<long>(items.size());
            seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
        }
        std::printf("%s: CLD2 macro accuracy %.2f %% of %zu languages, %.2f %% of the %d it has, %.0f texts/s\n", argv[i],
                    100 * macro / by_language.size(), by_language.size(), 100 * known / answered, answered, texts / seconds);
    }
}
