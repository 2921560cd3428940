package flights.trainer.pipeline;

import java.util.List;

/** The stages that people use most, for suggestions only: any other is found by its class. */
final class KnownStages {

  static final List<String> NAMES =
      List.of(
          "Bucketizer",
          "CountVectorizer",
          "DecisionTreeClassifier",
          "DecisionTreeRegressor",
          "GBTClassifier",
          "GBTRegressor",
          "HashingTF",
          "IDF",
          "Imputer",
          "IndexToString",
          "Interaction",
          "LinearRegression",
          "LinearSVC",
          "LogisticRegression",
          "MinMaxScaler",
          "NGram",
          "NaiveBayes",
          "OneHotEncoder",
          "PCA",
          "QuantileDiscretizer",
          "RandomForestClassifier",
          "RandomForestRegressor",
          "RegexTokenizer",
          "SQLTransformer",
          "StandardScaler",
          "StopWordsRemover",
          "StringIndexer",
          "TargetEncoder",
          "Tokenizer",
          "VectorAssembler",
          "Word2Vec");

  private KnownStages() {}
}
